package io.homeport.contract;

import io.homeport.artifacts.Artifacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The newest release of a line of Spring Boot that is complete on Maven Central, with one of the servers that it can embed. */
enum Boot {
    BOOT_2_7_TOMCAT("2.7.18", "2.7.4"),
    BOOT_2_7_JETTY("2.7.18", "2.7.4"),
    BOOT_2_7_UNDERTOW("2.7.18", "2.7.4"),
    BOOT_3_5_TOMCAT("3.5.16", "3.5.7"),
    BOOT_3_5_JETTY("3.5.16", "3.5.7"),
    BOOT_3_5_UNDERTOW("3.5.16", "3.5.7"),
    BOOT_4_1_TOMCAT("4.1.0", "4.1.0"),
    BOOT_4_1_JETTY("4.1.0", "4.1.0");

    private static final String GROUP = "org.springframework.boot:";

    private final String version;
    private final String springSession;

    Boot(String version, String springSession) {
        this.version = version;
        this.springSession = springSession;
    }

    String version() {
        return version;
    }

    /** The release of Spring Session that belongs to it. */
    String springSession() {
        return springSession;
    }

    boolean isJavax() {
        return version.startsWith("2.");
    }

    /** As people say it: {@code Spring Boot 3.5 (Tomcat)}. */
    String title() {
        String server = server();
        return "Spring Boot " + version.substring(0, version.lastIndexOf('.')) + " ("
                + server.substring(0, 1).toUpperCase(Locale.ROOT) + server.substring(1) + ")";
    }

    private String server() {
        return name().substring(name().lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
    }

    /** What Spring's initializr would put into the build, and the libraries named. */
    List<Path> jars(List<String> libraries) {
        List<String> coordinates = new ArrayList<>(libraries);
        coordinates.add(GROUP + "spring-boot-starter-websocket:" + version);
        coordinates.add(GROUP + "spring-boot-starter-" + server() + ":" + version);
        List<String> others = server().equals("tomcat") ? List.of() : List.of(GROUP + "spring-boot-starter-tomcat");
        return Artifacts.withDependencies(coordinates, others);
    }

    /** What makes an executable jar. */
    List<Path> loaderTools() {
        return Artifacts.withDependencies(List.of(GROUP + "spring-boot-loader-tools:" + version));
    }

    /** The application is written for Boot 4. */
    String adapted(String source) {
        String adapted = isJavax() ? source.replace("jakarta.", "javax.") : source;
        return version.startsWith("4.")
                ? adapted
                : adapted.replace("boot.web.error.", "boot.web.server.")
                        .replace("boot.health.contributor.", "boot.actuate.health.");
    }

    /** Starts the application from its executable jar; returns at once. */
    ChildProcess start(Jdk jdk, BootApplication application, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-Dserver.port=0", "-Dserver.address=127.0.0.1"));
        if (isJavax()) {
            // Jetty 9.4 is one of Servlet 3.1, where Spring's path patterns do not see a servlet's own prefix.
            arguments.add("-Dspring.mvc.pathmatch.matching-strategy=ant-path-matcher");
        }
        arguments.add("-jar");
        arguments.add(FatJar.of(this, application).toString());
        return ChildProcess.jvm(jdk, arguments);
    }
}
