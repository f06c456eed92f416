package io.homeport.contract;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A servlet container whose jars the build has laid ready, with the contract application compiled against it. */
enum Container {
    TOMCAT_9_0("tomcat-9.0", "Tomcat"),
    TOMCAT_10_1("tomcat-10.1", "Tomcat"),
    TOMCAT_11_0("tomcat-11.0", "Tomcat"),
    JETTY_9_4("jetty-9.4", "Jetty"),
    JETTY_10_0("jetty-10.0", "Jetty"),
    JETTY_11_0("jetty-11.0", "Jetty"),
    JETTY_12_0_EE8("jetty-12.0-ee8", "Jetty"),
    JETTY_12_0_EE10("jetty-12.0-ee10", "Jetty"),
    JETTY_12_1_EE8("jetty-12.1-ee8", "Jetty"),
    JETTY_12_1_EE10("jetty-12.1-ee10", "Jetty"),
    JETTY_12_1_EE11("jetty-12.1-ee11", "Jetty"),
    UNDERTOW_2_2("undertow-2.2", "Undertow"),
    UNDERTOW_2_3("undertow-2.3", "Undertow");

    private final String folder;
    private final String server;

    Container(String folder, String server) {
        this.folder = folder;
        this.server = server;
    }

    boolean isTomcat() {
        return server.equals("Tomcat");
    }

    boolean isUndertow() {
        return server.equals("Undertow");
    }

    /** Starts the contract application in a JVM of its own; returns at once. */
    ChildProcess start(Jdk jdk, Surface surface, Map<String, String> configuration, String... options) {
        List<String> arguments = new ArrayList<>(surface.options(configuration));
        arguments.addAll(List.of(options));
        String jar = surface.isFilter() ? File.pathSeparator + surface.jar() : "";
        arguments.addAll(List.of("-cp", classPath() + jar, main("Bench")));
        return ChildProcess.jvm(jdk, arguments);
    }

    /** Starts an exploded web application, which brings its own filter if it has one. */
    ChildProcess startWar(Path war, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-Dbench.war=" + war, "-cp", classPath(), main("WarBench")));
        return ChildProcess.jvm(Jdk.running(), arguments);
    }

    private String main(String suffix) {
        return "io.homeport.contract.bench." + server + suffix;
    }

    private String classPath() {
        return classes() + File.pathSeparator
                + Path.of("target", "containers", folder).toAbsolutePath() + "/*";
    }

    /** The contract application, compiled against this container. */
    Path classes() {
        return Path.of("target", "benches", folder, "classes").toAbsolutePath();
    }
}
