package io.homeport.contract.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the test that started this JVM wants of it: system properties in, lines on stdout back. */
final class BenchSettings {
    static final String FILTER = "io.homeport.servlet.HomeportFilter";

    private static final String INIT_PARAM = "bench.init.";

    private BenchSettings() {}

    /** Where the contract application is mounted; empty for the root. */
    static String context() {
        return System.getProperty("bench.context", "/app");
    }

    /** The port to listen at, 0 for any. */
    static int port() {
        return Integer.getInteger("bench.port", 0);
    }

    /** Whether the application declares the filter. */
    static boolean filter() {
        return Boolean.getBoolean("bench.filter");
    }

    static Map<String, String> initParams() {
        Map<String, String> params = new LinkedHashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(INIT_PARAM)) {
                params.put(name.substring(INIT_PARAM.length()), System.getProperty(name));
            }
        }
        return params;
    }

    /** Tells the port, obeys until stdin ends with the test, then exits. */
    static void serve(int port, Undeployment undeployment) throws Exception {
        System.out.println("bench port " + port);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        String command = commands.readLine();
        while (command != null) {
            if (command.equals("undeploy")) {
                undeployment.run();
                reportThreads();
            }
            command = commands.readLine();
        }
        System.exit(0);
    }

    /** What an undeployed application must not leave behind. */
    private static void reportThreads() {
        StringBuilder names = new StringBuilder();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("homeport")) {
                names.append(' ').append(thread.getName());
            }
        }
        System.out.println("bench undeployed, threads left:" + names + ".");
    }

    /** Takes the application away as the container does. */
    interface Undeployment {
        void run() throws Exception;
    }

    static void fail(String why) throws IOException {
        System.out.println("bench deployment failed: " + why);
        System.out.flush();
        Runtime.getRuntime().halt(3);
    }
}
