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
        Set<Module> ours = Collections.singleton(OpenedModules.class.getModule());
        Map<String, Set<Module>> opens = new HashMap<>();
        opens.put("java.lang", ours);
        opens.put("java.net", ours);
        opens.put("jdk.internal.module", ours);
        opens.put("sun.net", ours);
        instrumentation.redefineModule(
                Object.class.getModule(),
                Collections.emptySet(),
                Collections.emptyMap(),
                opens,
                Collections.emptySet(),
                Collections.emptyMap());
    }
}
