package io.homeport.agent;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens to this loader, and to nobody else, the JDK packages that the agent reaches into. */
final class OpenedModules {
    private OpenedModules() {}

    /**
     * {@code java.lang} for the bridge, {@code sun.net} and {@code java.net} for the DNS cache, {@code jdk.internal.module}
     * for modules that the application left out.
     */
    static void open(Instrumentation instrumentation) {
        open(instrumentation, "java.lang", "java.net", "jdk.internal.module", "sun.net");
    }

    /** Where the JDK keeps the properties of its agents. */
    static void openAgentProperties(Instrumentation instrumentation) {
        open(instrumentation, "jdk.internal.vm");
    }

    private static void open(Instrumentation instrumentation, String... packages) {
        Set<Module> ours = Collections.singleton(OpenedModules.class.getModule());
        Map<String, Set<Module>> opens = new HashMap<>();
        for (String name : packages) {
            opens.put(name, ours);
        }
        instrumentation.redefineModule(
                Object.class.getModule(),
                Collections.emptySet(),
                Collections.emptyMap(),
                opens,
                Collections.emptySet(),
                Collections.emptyMap());
    }
}
