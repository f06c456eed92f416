package io.homeport.contract.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
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

    /** The route that the container's own configuration sets, empty for none. */
    static String route() {
        return System.getProperty("bench.route", "");
    }

    /** Whether the application declares the filter. */
    static boolean filter() {
        return Boolean.getBoolean("bench.filter");
    }

    /** The exploded web application to deploy in place of the contract servlet alone. */
    static String war() {
        return System.getProperty("bench.war", "");
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
                WeakReference<ClassLoader> loader = undeployment.run();
                reportThreads();
                System.out.println("bench loader collected: " + isCollected(loader));
            }
            command = commands.readLine();
        }
        System.exit(0);
    }

    /** What an undeployed application must not leave behind; threads may take a moment to end. */
    private static void reportThreads() throws InterruptedException {
        StringBuilder names = new StringBuilder();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("homeport")) {
                thread.join(5000);
                names.append(thread.isAlive() ? " " + thread.getName() : "");
            }
        }
        System.out.println("bench undeployed, threads left:" + names + ".");
    }

    private static boolean isCollected(WeakReference<ClassLoader> loader) throws InterruptedException {
        ReferenceQueue<Object> pause = new ReferenceQueue<>();
        for (int i = 0; i < 40 && loader.get() != null; i++) {
            System.gc();
            pause.remove(250);
        }
        return loader.get() == null;
    }

    /** Takes the application away as the container does. */
    interface Undeployment {
        /** Gives back the loader of the application, to be watched. */
        WeakReference<ClassLoader> run() throws Exception;
    }

    static void fail(String why) throws IOException {
        System.out.println("bench deployment failed: " + why);
        System.out.flush();
        Runtime.getRuntime().halt(3);
    }
}
