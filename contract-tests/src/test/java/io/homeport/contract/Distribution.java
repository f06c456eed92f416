package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server as its makers publish it, started as their manuals say. */
enum Distribution {
    TOMCAT_9_0(
            "Tomcat 9.0 distribution",
            Line.TOMCAT_JAVAX,
            new TomcatLayout(),
            Published.zip("org.apache.tomcat:tomcat", "9.0.117")),
    TOMCAT_10_1(
            "Tomcat 10.1 distribution",
            Line.TOMCAT_JAKARTA,
            new TomcatLayout(),
            Published.zip("org.apache.tomcat:tomcat", "10.1.59")),
    TOMCAT_11_0(
            "Tomcat 11.0 distribution",
            Line.TOMCAT_JAKARTA,
            new TomcatLayout(),
            Published.zip("org.apache.tomcat:tomcat", "11.0.24")),
    JETTY_9_4(
            "jetty-home 9.4",
            Line.TOMCAT_JAVAX,
            new JettyLayout("--add-to-start", "http,deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "9.4.58.v20250814")),
    JETTY_10_0(
            "jetty-home 10.0",
            Line.TOMCAT_JAVAX,
            new JettyLayout("--add-modules", "http,deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "10.0.25")),
    JETTY_11_0(
            "jetty-home 11.0",
            Line.TOMCAT_JAKARTA,
            new JettyLayout("--add-modules", "http,deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "11.0.26")),
    JETTY_12_0_EE10(
            "jetty-home 12.0 ee10",
            Line.TOMCAT_JAKARTA,
            new JettyLayout("--add-modules", "http,ee10-deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "12.0.31")),
    JETTY_12_1_EE8(
            "jetty-home 12.1 ee8",
            Line.TOMCAT_JAVAX,
            new JettyLayout("--add-modules", "http,ee8-deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "12.1.12")),
    JETTY_12_1_EE11(
            "jetty-home 12.1 ee11",
            Line.TOMCAT_JAKARTA,
            new JettyLayout("--add-modules", "http,ee11-deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "12.1.12")),
    WILDFLY_26(
            "WildFly 26",
            Line.TOMCAT_JAVAX,
            new WildFlyLayout(),
            Published.zip("org.wildfly:wildfly-dist", "26.1.3.Final")),
    WILDFLY_39(
            "WildFly 39",
            Line.TOMCAT_JAKARTA,
            new WildFlyLayout(),
            Published.zip("org.wildfly:wildfly-dist", "39.0.1.Final")),
    LIBERTY(
            "Open Liberty",
            Line.TOMCAT_JAKARTA,
            new LibertyLayout(),
            Published.zip("io.openliberty:openliberty-runtime", "26.0.0.3")),
    PAYARA_MICRO(
            "Payara Micro",
            Line.TOMCAT_JAKARTA,
            new PayaraMicroLayout(),
            Published.jar("fish.payara.extras:payara-micro", "6.2025.10")),
    DEBIAN_TOMCAT(
            "Debian tomcat10",
            Line.TOMCAT_JAKARTA,
            new TomcatLayout("etc", Path.of("/usr/libexec/tomcat10/tomcat-start.sh")),
            new DebianPackage("tomcat10", Path.of("/usr/share/tomcat10"), "10.1")),
    DEBIAN_JETTY(
            "Debian jetty9",
            Line.TOMCAT_JAVAX,
            new JettyLayout("--add-to-start", "http,deploy"),
            new DebianPackage("jetty9", Path.of("/usr/share/jetty9"), "9.4"));

    /** Survives from run to run; a new version gets a new folder in it. */
    static final Path FOLDER = Path.of("target", "distributions").toAbsolutePath();

    private final String title;
    private final Line line;
    private final ServerLayout layout;
    private final Origin origin;

    Distribution(String title, Line line, ServerLayout layout, Origin origin) {
        this.title = title;
        this.line = line;
        this.layout = layout;
        this.origin = origin;
    }

    String title() {
        return title;
    }

    Origin origin() {
        return origin;
    }

    /** The server's own error on a JDK that it does not start on; empty where it starts. */
    String errorOn(Jdk jdk) {
        return this == WILDFLY_26 && jdk.version() >= 24 ? "Setting a system-wide Policy object is not supported" : "";
    }

    /** Whether Homeport has an adapter for it. */
    boolean isKnown() {
        return this != LIBERTY && this != PAYARA_MICRO;
    }

    /** Starts it with the contract application at /app and nothing else; returns at once. */
    ServerProcess start(Jdk jdk, List<String> homeport) {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xmx384m"));
        options.add("-Djava.io.tmpdir=" + ChildProcess.scratch());
        options.addAll(homeport);
        try {
            Path sites = Files.createDirectories(FOLDER.resolve("sites"));
            Path base = Files.createTempDirectory(sites, "site");
            Site site = new Site(base, War.write(line), FreePort.find(), jdk, options);
            Launch launch = layout.prepare(origin.home(), site);
            Map<String, String> environment = new HashMap<>(launch.environment());
            environment.put("JAVA_HOME", jdk.home().toString());
            ChildProcess jvm = new ChildProcess(launch.command(), base, environment);
            return new ServerProcess(jvm, launch.ready(), line -> site.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
