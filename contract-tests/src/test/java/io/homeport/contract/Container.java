package io.homeport.contract;

import io.homeport.artifacts.Artifacts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A release of a servlet container: the oldest and the newest of each line that is complete on Maven Central. The newest
 * of a line comes last: the contract application is compiled against it.
 */
enum Container {
    TOMCAT_9_0_OLDEST(Line.TOMCAT_JAVAX, "9.0.1"),
    TOMCAT_9_0(Line.TOMCAT_JAVAX, "9.0.121"),
    TOMCAT_10_1_OLDEST(Line.TOMCAT_JAKARTA, "10.1.0"),
    TOMCAT_10_1(Line.TOMCAT_JAKARTA, "10.1.59"),
    TOMCAT_11_0_OLDEST(Line.TOMCAT_JAKARTA, "11.0.0"),
    TOMCAT_11_0(Line.TOMCAT_JAKARTA, "11.0.25"),
    JETTY_9_4_OLDEST(Line.JETTY_JAVAX, "9.4.0.v20161208"),
    JETTY_9_4(Line.JETTY_JAVAX, "9.4.58.v20250814"),
    JETTY_10_0_OLDEST(Line.JETTY_JAVAX, "10.0.0"),
    JETTY_10_0(Line.JETTY_JAVAX, "10.0.26"),
    JETTY_11_0_OLDEST(Line.JETTY_JAKARTA, "11.0.0"),
    JETTY_11_0(Line.JETTY_JAKARTA, "11.0.26"),
    JETTY_12_0_EE8_OLDEST(Line.JETTY_EE8, "12.0.0"),
    JETTY_12_0_EE8(Line.JETTY_EE8, "12.0.32"),
    JETTY_12_0_EE9_OLDEST(Line.JETTY_EE9, "12.0.0"),
    JETTY_12_0_EE9(Line.JETTY_EE9, "12.0.31"),
    JETTY_12_0_EE10_OLDEST(Line.JETTY_EE10, "12.0.0"),
    JETTY_12_0_EE10(Line.JETTY_EE10, "12.0.38"),
    JETTY_12_1_EE8_OLDEST(Line.JETTY_EE8, "12.1.0"),
    JETTY_12_1_EE8(Line.JETTY_EE8, "12.1.12"),
    JETTY_12_1_EE9_OLDEST(Line.JETTY_EE9, "12.1.0"),
    JETTY_12_1_EE9(Line.JETTY_EE9, "12.1.8"),
    JETTY_12_1_EE10_OLDEST(Line.JETTY_EE10, "12.1.0"),
    JETTY_12_1_EE10(Line.JETTY_EE10, "12.1.12"),
    JETTY_12_1_EE11_OLDEST(Line.JETTY_EE11, "12.1.0"),
    JETTY_12_1_EE11(Line.JETTY_EE11, "12.1.14"),
    UNDERTOW_2_2_OLDEST(Line.UNDERTOW_JAVAX, "2.2.0.Final"),
    UNDERTOW_2_2(Line.UNDERTOW_JAVAX, "2.2.39.Final"),
    UNDERTOW_2_3_OLDEST(Line.UNDERTOW_JAKARTA, "2.3.0.Final"),
    UNDERTOW_2_3(Line.UNDERTOW_JAKARTA, "2.3.26.Final");

    private final Line line;
    private final String version;

    Container(Line line, String version) {
        this.line = line;
        this.version = version;
    }

    Line line() {
        return line;
    }

    String version() {
        return version;
    }

    boolean isTomcat() {
        return line.server().equals("Tomcat");
    }

    boolean isUndertow() {
        return line.server().equals("Undertow");
    }

    boolean isOldest() {
        return name().endsWith("_OLDEST");
    }

    /** What it can speak besides HTTP/1.1. */
    Set<Protocol> otherProtocols() {
        return line.server().equals("Jetty")
                ? EnumSet.of(Protocol.H2C, Protocol.H2)
                : EnumSet.of(Protocol.H2C, Protocol.H2, Protocol.AJP);
    }

    /** As people say it: {@code Jetty 12.1 ee10}. */
    String title() {
        String[] words = name().replace("_OLDEST", "").split("_", 4);
        String environment = words.length > 3 ? " " + words[3].toLowerCase(Locale.ROOT) : "";
        return line.server() + " " + words[1] + "." + words[2] + environment;
    }

    /** Starts the contract application in a JVM of its own; returns at once, or where Homeport comes late, when it has. */
    ChildProcess start(Jdk jdk, Surface surface, Map<String, String> configuration, String... options) {
        List<String> arguments = new ArrayList<>(surface.options(configuration));
        arguments.addAll(List.of(options));
        String jar = surface.isFilter() ? File.pathSeparator + surface.jar() : "";
        arguments.addAll(List.of("-cp", classPath() + jar, main("Bench")));
        ChildProcess jvm = ChildProcess.jvm(jdk, arguments);
        if (surface == Surface.LATE) {
            jvm.log().await("bench port ");
            try (ChildProcess attachment = Attachment.of(jdk, jvm, configuration)) {
                attachment.exitCode();
            }
        }
        return jvm;
    }

    /** Starts it with these options alone, so without Homeport unless they bring it in; returns at once. */
    ChildProcess start(Jdk jdk, List<String> options) {
        return start(jdk, main("Bench"), options);
    }

    /** The same, where the container guards {@code /secret} by a form. */
    ChildProcess startLogin(Jdk jdk, List<String> options) {
        return start(jdk, "io.homeport.contract.bench." + line.loginMain(), options);
    }

    private ChildProcess start(Jdk jdk, String main, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-cp", classPath(), main));
        return ChildProcess.jvm(jdk, arguments);
    }

    /** Starts one of its mains in a JVM with just these options. */
    ChildProcess startWith(Jdk jdk, List<String> options, String main) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-cp", classPath(), main(main)));
        return ChildProcess.jvm(jdk, arguments);
    }

    /** Starts an exploded web application, which brings its own filter if it has one. */
    ChildProcess startWar(Path war, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-Dbench.war=" + war, "-cp", classPath(), main("WarBench")));
        return ChildProcess.jvm(Jdk.running(), arguments);
    }

    String main(String suffix) {
        return "io.homeport.contract.bench." + line.server() + suffix;
    }

    private String classPath() {
        return classes()
                + File.pathSeparator
                + jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    List<Path> jars() {
        return Artifacts.withDependencies(isOldest() ? line.coordinates(version) : line.coordinatesOfAll(version));
    }

    /** The contract application in the shape of this container's line. */
    Path classes() {
        return BenchClasses.of(line);
    }

    static Container newestOf(Line line) {
        return Arrays.stream(values())
                .filter(container -> container.line == line)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }
}
