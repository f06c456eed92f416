package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Class archives made with the agent and without it: Homeport works, and classes still come from them. */
@Tag("soak")
final class ArchivesTest {
    private static final Container TOMCAT = Container.TOMCAT_11_0;
    /** A servlet would not do: those loaded before their container is known are woven, and what is woven is not shared. */
    private static final String APPLICATION = "io.homeport.contract.bench.BenchSettings";

    private static final int AHEAD_OF_TIME = 25;

    @TempDir
    private Path folder = Path.of("");

    private String classPath = "";

    /** The JVM archives classes of jars only. */
    @BeforeEach
    void pack() throws IOException {
        Path jar = folder.resolve("bench.jar");
        List<Path> jars = new ArrayList<>(TOMCAT.jars());
        jars.add(SmallJars.write(jar, SmallJars.manifest(Map.of()), List.of(TOMCAT.classes()), Map.of()));
        classPath = SmallCompiler.path(jars);
    }

    @Test
    void staticArchiveMadeWithoutTheAgentServesWithIt() throws IOException {
        Jdk jdk = Jdk.running();
        Path list = folder.resolve("classes.lst");
        Path archive = folder.resolve("app.jsa");
        train(jdk, "-XX:DumpLoadedClassList=" + list);
        ended(jvm(jdk, List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive)));

        assertServedFrom(jdk, "-XX:SharedArchiveFile=" + archive);
    }

    static Stream<Arguments> trainings() {
        List<Jdk> able = Cells.jdks().stream()
                .filter(jdk -> jdk.version() >= AHEAD_OF_TIME)
                .toList();
        if (able.isEmpty()) {
            System.out.println("no ahead-of-time cache is tried: there is no JDK of " + AHEAD_OF_TIME + " or newer");
        }
        return able.stream().flatMap(jdk -> Stream.of(Arguments.of(jdk, true), Arguments.of(jdk, false)));
    }

    /** Trained without the agent, hooked classes are there before the agent is, and have to be woven all the same. */
    @ParameterizedTest(name = "JDK {0}, trained with the agent: {1}", allowZeroInvocations = true)
    @MethodSource("trainings")
    void aheadOfTimeCacheServes(Jdk jdk, boolean withAgent) throws IOException {
        String output = "-XX:AOTCacheOutput=" + folder.resolve("app.aot");
        if (withAgent) {
            train(jdk, output, Surface.AGENT.options(Map.of("node.id", "n1")).get(0));
        } else {
            train(jdk, output, "--add-modules=java.instrument");
        }

        assertServedFrom(jdk, "-XX:AOTCache=" + folder.resolve("app.aot"));
    }

    private void assertServedFrom(Jdk jdk, String archive) throws IOException {
        Path loaded = folder.resolve("loaded.log");
        try (NeighbourNode neighbour = new NeighbourNode(ours -> {
            List<String> options = new ArrayList<>(ours);
            options.addAll(List.of(archive, "-Xlog:class+load:file=" + loaded));
            return jvm(jdk, bench(options));
        })) {
            neighbour.assertAtWork();
            assertThat(neighbour.node().log().all())
                    .noneMatch(line -> line.contains("Sharing is only") || line.contains("[error]"))
                    .noneMatch(line -> line.contains("[warning]"));
        }
        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.contains(" " + APPLICATION + " "))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }

    private void train(Jdk jdk, String... options) throws IOException {
        try (ChildProcess jvm = jvm(jdk, bench(List.of(options)))) {
            String line = jvm.log().await("bench port ");
            RawClient client = new RawClient(Integer.parseInt(line.substring("bench port ".length())));
            assertThat(client.send(Ask.get("/app/session/create")).status()).isEqualTo(200);
            jvm.endStdin();
            assertThat(jvm.exitCode()).isZero();
        }
    }

    private static void ended(ChildProcess jvm) {
        try (jvm) {
            assertThat(jvm.exitCode()).as("%s", jvm.log()).isZero();
        }
    }

    private static List<String> bench(List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add(TOMCAT.main("Bench"));
        return arguments;
    }

    private ChildProcess jvm(Jdk jdk, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-cp", classPath));
        all.addAll(arguments);
        return ChildProcess.jvm(jdk, all);
    }
}
