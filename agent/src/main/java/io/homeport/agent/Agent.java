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

    // Guarded by the class's monitor: the flag may be given twice, and the agent be attached again.
    private static boolean loaded;

    private Agent() {}

    /** Called by the JVM for {@code -javaagent}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        start("AgentStart", arguments, instrumentation);
    }

    /** Called by the JVM where the agent comes into one that runs already. */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        start("LateStart", arguments, instrumentation);
    }

    /** The command line, {@code java -jar homeport-agent.jar COMMAND}. */
    public static void main(String[] arguments) {
        call("Commands", arguments, null);
    }

    private static synchronized void start(String type, @Nullable String arguments, Instrumentation instrumentation) {
        if (loaded) {
            call("SecondStart", type, instrumentation);
        } else {
            // One that was refused leaves the place to the next that comes.
            loaded = !Boolean.FALSE.equals(call(type, arguments == null ? "" : arguments, instrumentation));
        }
    }

    private static @Nullable Object call(String type, Object arguments, @Nullable Object instrumentation) {
        if (version() < OLDEST) {
            System.err.println("homeport: Java " + version() + " (expected: " + OLDEST + " or newer); not active");
            return null;
        }
        try {
            // What attaches is the JDK's own, yet only the system's loader sees it.
            ClassLoader parent = instrumentation == null ? ClassLoader.getSystemClassLoader() : platform();
            Class<?> start = new AgentClassLoader(jar(), parent).loadClass("io.homeport.agent." + type);
            return start.getMethod("start", Object.class, Object.class).invoke(null, arguments, instrumentation);
        } catch (InvocationTargetException e) {
            notActive(e.getCause());
        } catch (ReflectiveOperationException | IOException | URISyntaxException | RuntimeException | LinkageError e) {
            notActive(e);
        }
        return null;
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
