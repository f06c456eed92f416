package io.homeport.contract;

import java.nio.file.Path;
import java.util.List;

/** The servers that are tried as they are published or packaged. */
final class Distributions {
    static final Distribution TOMCAT_9_0 = new Distribution(
            "Tomcat 9.0 distribution",
            Line.TOMCAT_JAVAX,
            new TomcatLayout(),
            Published.zip("org.apache.tomcat:tomcat", "9.0.117"));
    static final Distribution TOMCAT_10_1 = new Distribution(
            "Tomcat 10.1 distribution",
            Line.TOMCAT_JAKARTA,
            new TomcatLayout(),
            Published.zip("org.apache.tomcat:tomcat", "10.1.59"));
    static final Distribution TOMCAT_11_0 = new Distribution(
            "Tomcat 11.0 distribution",
            Line.TOMCAT_JAKARTA,
            new TomcatLayout(),
            Published.zip("org.apache.tomcat:tomcat", "11.0.24"));
    static final Distribution JETTY_9_4 = new Distribution(
            "jetty-home 9.4",
            Line.TOMCAT_JAVAX,
            new JettyLayout("--add-to-start", "http,deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "9.4.58.v20250814"));
    static final Distribution JETTY_10_0 = new Distribution(
            "jetty-home 10.0",
            Line.TOMCAT_JAVAX,
            new JettyLayout("--add-modules", "http,deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "10.0.25"));
    static final Distribution JETTY_11_0 = new Distribution(
            "jetty-home 11.0",
            Line.TOMCAT_JAKARTA,
            new JettyLayout("--add-modules", "http,deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "11.0.26"));
    static final Distribution JETTY_12_0_EE10 = new Distribution(
            "jetty-home 12.0 ee10",
            Line.TOMCAT_JAKARTA,
            new JettyLayout("--add-modules", "http,ee10-deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "12.0.31"));
    static final Distribution JETTY_12_1_EE8 = new Distribution(
            "jetty-home 12.1 ee8",
            Line.TOMCAT_JAVAX,
            new JettyLayout("--add-modules", "http,ee8-deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "12.1.12"));
    static final Distribution JETTY_12_1_EE11 = new Distribution(
            "jetty-home 12.1 ee11",
            Line.TOMCAT_JAKARTA,
            new JettyLayout("--add-modules", "http,ee11-deploy"),
            Published.zip("org.eclipse.jetty:jetty-home", "12.1.12"));
    static final Distribution WILDFLY_26 = new Distribution(
            "WildFly 26",
            Line.TOMCAT_JAVAX,
            new WildFlyLayout(),
            Published.zip("org.wildfly:wildfly-dist", "26.1.3.Final"));
    static final Distribution WILDFLY_39 = new Distribution(
            "WildFly 39",
            Line.TOMCAT_JAKARTA,
            new WildFlyLayout(),
            Published.zip("org.wildfly:wildfly-dist", "39.0.1.Final"));
    static final Distribution LIBERTY = new Distribution(
            "Open Liberty",
            Line.TOMCAT_JAKARTA,
            new LibertyLayout(),
            Published.zip("io.openliberty:openliberty-runtime", "26.0.0.3"));
    static final Distribution PAYARA_MICRO = new Distribution(
            "Payara Micro",
            Line.TOMCAT_JAKARTA,
            new PayaraMicroLayout(),
            Published.jar("fish.payara.extras:payara-micro", "6.2025.10"));
    static final Distribution DEBIAN_TOMCAT = new Distribution(
            "Debian tomcat10",
            Line.TOMCAT_JAKARTA,
            new TomcatLayout("etc", Path.of("/usr/libexec/tomcat10/tomcat-start.sh")),
            new DebianPackage("tomcat10", Path.of("/usr/share/tomcat10"), "10.1"));
    static final Distribution DEBIAN_JETTY = new Distribution(
            "Debian jetty9",
            Line.TOMCAT_JAVAX,
            new JettyLayout("--add-to-start", "http,deploy"),
            new DebianPackage("jetty9", Path.of("/usr/share/jetty9"), "9.4"));

    /** Those that Homeport has an adapter for. */
    static final List<Distribution> KNOWN = List.of(
            TOMCAT_9_0,
            TOMCAT_10_1,
            TOMCAT_11_0,
            JETTY_9_4,
            JETTY_10_0,
            JETTY_11_0,
            JETTY_12_0_EE10,
            JETTY_12_1_EE8,
            JETTY_12_1_EE11,
            WILDFLY_26,
            WILDFLY_39,
            DEBIAN_TOMCAT,
            DEBIAN_JETTY);

    /** Those that it has none for. */
    static final List<Distribution> UNKNOWN = List.of(LIBERTY, PAYARA_MICRO);

    private Distributions() {}

    /** The server's own error on a JDK that it does not start on; empty where it starts. */
    static String errorOf(Distribution distribution, Jdk jdk) {
        return distribution.equals(WILDFLY_26) && jdk.version() >= 24
                ? "Setting a system-wide Policy object is not supported"
                : "";
    }
}
