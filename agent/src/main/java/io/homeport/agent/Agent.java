package io.homeport.agent;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The entry points of the jar. Compiled for Java 8, so that an older JVM is told in one line that it is too old instead of
 * being aborted.
 */
public final class Agent {
    private static final int OLDEST = 17;

    // Guarded by the class's monitor: premain may be called twice when the flag is given twice.
    private static boolean loaded;

    private Agent() {}

    /** Called by the JVM for {@code -javaagent}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        if (isFirst()) {
            call("io.homeport.agent.AgentStart", "start", arguments == null ? "" : arguments, instrumentation);
        }
    }

    /** The command line, {@code java -jar homeport-agent.jar COMMAND}. */
    public static void main(String[] arguments) {
        call("io.homeport.agent.Commands", "main", arguments, null);
    }

    private static synchronized boolean isFirst() {
        if (loaded) {
            System.err.println(
                    "homeport: -javaagent: a second Homeport (expected: one per JVM); only the first is active");
            return false;
        }
        loaded = true;
        return true;
    }

    private static void call(String type, String method, Object arguments, @Nullable Object instrumentation) {
        if (version() < OLDEST) {
            System.err.println("homeport: Java " + version() + " (expected: " + OLDEST + " or newer); not active");
            return;
        }
        try {
            Class<?> start = new AgentClassLoader(jar(), platform()).loadClass(type);
            start.getMethod(method, Object.class, Object.class).invoke(null, arguments, instrumentation);
        } catch (InvocationTargetException e) {
            notActive(e.getCause());
        } catch (ReflectiveOperationException | IOException | URISyntaxException | RuntimeException | LinkageError e) {
            notActive(e);
        }
    }

    private static void notActive(@Nullable Throwable error) {
        System.err.println("homeport: " + error + "; not active");
    }

    private static int version() {
        String version = System.getProperty("java.specification.version", "");
        try {
            return version.startsWith("1.") ? Integer.parseInt(version.substring(2)) : Integer.parseInt(version);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static File jar() throws URISyntaxException {
        return new File(
                Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The loader above the system's; its parents hold the JDK and nothing of the application. */
    private static ClassLoader platform() {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        while (loader.getParent() != null) {
            loader = loader.getParent();
        }
        return loader;
    }
}
