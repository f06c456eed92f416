package io.homeport.contract;

import io.homeport.artifacts.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Containers whose classes do not see the class path: woven code must work there without any setting for it. */
final class ModuleSystemsTest {
    private static final Path SOURCES = Path.of("src", "neighbours").toAbsolutePath();
    private static final String FELIX = "org.apache.felix:org.apache.felix.framework:7.0.5";
    private static final String JBOSS_MODULES = "org.jboss.modules:jboss-modules:2.3.0";

    @TempDir
    private Path folder = Path.of("");

    static List<Jdk> jdks() {
        return Cells.jdks();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void tomcatOnTheModulePath(Jdk jdk) throws IOException {
        Container tomcat = Container.TOMCAT_11_0;
        Path sources = tomcat.classes().resolveSibling("java");
        List<Path> files = new ArrayList<>(List.of(SOURCES.resolve("modules/module-info.java")));
        try (Stream<Path> all = Files.list(sources)) {
            all.forEach(files::add);
        }
        Path module = Files.createDirectory(folder.resolve("module"));
        SmallCompiler.compileModule(files, module, tomcat.jars());
        List<Path> path = new ArrayList<>(tomcat.jars());
        path.add(module);

        assertAtWork(
                jdk,
                "--module-path",
                SmallCompiler.path(path),
                "-m",
                "io.homeport.contract.bench/" + tomcat.main("Bench"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void jettyInABundleOfFelix(Jdk jdk) throws IOException {
        Container jetty = Container.JETTY_12_1_EE11;
        List<Path> felix = List.of(Artifacts.alone(FELIX));
        Path launcher = Files.createDirectory(folder.resolve("launcher"));
        SmallCompiler.compile(List.of(neighbour("FelixLauncher")), launcher, felix);
        Path activator = Files.createDirectory(folder.resolve("activator"));
        SmallCompiler.compile(List.of(neighbour("BenchActivator")), activator, felix);

        assertAtWork(
                jdk,
                "-Dbench.main=" + jetty.main("Bench"),
                "-cp",
                SmallCompiler.path(List.of(launcher, felix.get(0))),
                "io.homeport.contract.neighbours.FelixLauncher",
                folder.resolve("cache").toString(),
                bundle(jetty, activator).toUri().toString());
    }

    /** Its manifest asks for the JDK's own packages, as any bundle has to, and for nothing of ours. */
    private Path bundle(Container container, Path activator) throws IOException {
        Map<String, Path> jars = new LinkedHashMap<>();
        container.jars().forEach(jar -> jars.put("lib/" + jar.getFileName(), jar));
        Map<String, String> attributes = Map.of(
                "Bundle-ManifestVersion", "2",
                "Bundle-SymbolicName", "bench",
                "Bundle-Activator", "io.homeport.contract.neighbours.BenchActivator",
                "Bundle-ClassPath", ".," + String.join(",", jars.keySet()),
                "Import-Package", "org.osgi.framework",
                "DynamicImport-Package", "javax.*,org.w3c.*,org.xml.*,org.ietf.*,sun.*");
        return SmallJars.write(
                folder.resolve("bundle.jar"),
                SmallJars.manifest(attributes),
                List.of(activator, container.classes()),
                jars);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void undertowInAModuleOfJBossModules(Jdk jdk) throws IOException {
        Container undertow = Container.UNDERTOW_2_3;
        Path module = Files.createDirectories(folder.resolve("modules/bench/main"));
        StringBuilder resources = new StringBuilder();
        List<Path> jars = new ArrayList<>(undertow.jars());
        Path classes = folder.resolve("classes.jar");
        jars.add(SmallJars.write(classes, SmallJars.manifest(Map.of()), List.of(undertow.classes()), Map.of()));
        for (Path jar : jars) {
            Files.copy(jar, module.resolve(jar.getFileName()));
            resources.append("<resource-root path=\"" + jar.getFileName() + "\"/>");
        }
        Files.writeString(module.resolve("module.xml"), """
                <module name="bench" xmlns="urn:jboss:module:1.9">
                  <main-class name="%s"/>
                  <resources>%s</resources>
                  <dependencies><module name="java.se"/><module name="jdk.unsupported"/></dependencies>
                </module>
                """.formatted(undertow.main("Bench"), resources));

        assertAtWork(
                jdk,
                "-jar",
                Artifacts.alone(JBOSS_MODULES).toString(),
                "-mp",
                folder.resolve("modules").toString(),
                "bench");
    }

    private static Path neighbour(String type) {
        return SOURCES.resolve("java/io/homeport/contract/neighbours/" + type + ".java");
    }

    private static void assertAtWork(Jdk jdk, String... rest) {
        try (NeighbourNode neighbour = new NeighbourNode(ours -> {
            List<String> arguments = new ArrayList<>(ours);
            arguments.addAll(List.of(rest));
            return ChildProcess.jvm(jdk, arguments);
        })) {
            neighbour.assertAtWork();
        }
    }
}
