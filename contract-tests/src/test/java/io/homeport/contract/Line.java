package io.homeport.contract;

import java.util.ArrayList;
import java.util.List;

/** A line of releases of one server: where its jars are, and in which shape the contract application fits it. */
enum Line {
    TOMCAT_JAVAX("Tomcat", "javax.servlet", "", "org.apache.tomcat.embed:tomcat-embed-core:"),
    TOMCAT_JAKARTA("Tomcat", "jakarta.servlet", "", "org.apache.tomcat.embed:tomcat-embed-core:"),
    JETTY_JAVAX("Jetty", "javax.servlet", "", "org.eclipse.jetty:jetty-servlet:"),
    JETTY_JAKARTA("Jetty", "jakarta.servlet", "", "org.eclipse.jetty:jetty-servlet:"),
    JETTY_EE8("Jetty", "javax.servlet", "ee8.", "org.eclipse.jetty.ee8:jetty-ee8-servlet:"),
    JETTY_EE9("Jetty", "jakarta.servlet", "ee9.", "org.eclipse.jetty.ee9:jetty-ee9-servlet:"),
    JETTY_EE10("Jetty", "jakarta.servlet", "ee10.", "org.eclipse.jetty.ee10:jetty-ee10-webapp:"),
    JETTY_EE11("Jetty", "jakarta.servlet", "ee11.", "org.eclipse.jetty.ee11:jetty-ee11-servlet:"),
    UNDERTOW_JAVAX("Undertow", "javax.servlet", "", "io.undertow:undertow-servlet:"),
    UNDERTOW_JAKARTA("Undertow", "jakarta.servlet", "", "io.undertow:undertow-servlet:");

    private final String server;
    private final String servlet;
    private final String environment;
    private final String artifact;

    Line(String server, String servlet, String environment, String artifact) {
        this.server = server;
        this.servlet = servlet;
        this.environment = environment;
        this.artifact = artifact;
    }

    /** What the names of its mains begin with. */
    String server() {
        return server;
    }

    boolean isJavax() {
        return servlet.startsWith("javax");
    }

    /** Everything that a server of that version needs to run; Jetty has lost its own logger with version 10. */
    List<String> coordinates(String version) {
        return server.equals("Jetty") && !version.startsWith("9.")
                ? List.of(artifact + version, "org.slf4j:slf4j-simple:2.0.17")
                : List.of(artifact + version);
    }

    /** The same with what it needs for HTTP/2 and TLS; the others have that built in. */
    List<String> coordinatesOfAll(String version) {
        List<String> all = new ArrayList<>(coordinates(version));
        if (server.equals("Jetty")) {
            String http2 = !environment.isEmpty() ? "jetty-http2-server:" : "http2-server:";
            all.add("org.eclipse.jetty.http2:" + http2 + version);
            all.add("org.eclipse.jetty:jetty-alpn-java-server:" + version);
        }
        return List.copyOf(all);
    }

    /** The mains and the application are written for jakarta.servlet and Jetty's ee10. */
    String adapted(String source) {
        return source.replace("jakarta.servlet", servlet).replace("jetty.ee10.", "jetty." + environment);
    }

    /** The simple name of the main whose container guards secrets by a form; empty where there is none. */
    String loginMain() {
        return switch (this) {
            case JETTY_EE8, JETTY_EE9 -> "";
            case JETTY_JAVAX, JETTY_JAKARTA -> "Jetty9LoginBench";
            default -> server + "LoginBench";
        };
    }

    /** Whether a source file is one of the application, or one of this server's mains. */
    boolean has(String fileName) {
        return !fileName.endsWith("Bench.java")
                || fileName.equals(server + "Bench.java")
                || fileName.equals(loginMain() + ".java")
                || (fileName.equals(server + "RedeployBench.java") && (!server.equals("Jetty") || this == JETTY_EE11))
                || (fileName.equals(server + "WarBench.java") && (server.equals("Tomcat") || this == JETTY_EE10));
    }
}
