package io.homeport.agent;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's modules for HTTP, which the prober and the management listener run on. An application on the module path may
 * need neither, and then its JVM leaves them out.
 */
final class NetworkModules {
    private static final String[] NAMES = {"java.net.http", "jdk.httpserver"};

    private NetworkModules() {}

    /** Has the JDK load those that are not there, as it does for its own agents. Needs {@link OpenedModules}. */
    static void load() {
        for (String name : NAMES) {
            if (ModuleLayer.boot().findModule(name).isEmpty()) {
                try {
                    Class.forName("jdk.internal.module.Modules")
                            .getMethod("loadModule", String.class)
                            .invoke(null, name);
                } catch (InvocationTargetException e) {
                    report(name, e.getCause());
                } catch (ReflectiveOperationException | RuntimeException e) {
                    report(name, e);
                }
            }
        }
    }

    private static void report(String name, @Nullable Throwable error) {
        StandardError.line("module " + name + ": " + error + " (expected: there, or --add-modules=" + name + ")");
    }
}
