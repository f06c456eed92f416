package io.homeport.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attach, left where the command that asked for it can read it: among the properties that the JDK keeps for
 * its agents and gives to nobody but those who attach. A file would have to be seen and owned by both sides, which a
 * service with a folder for temporary files of its own, or another user, does not give.
 */
final class LateReport {
    private static final String PROPERTY = "homeport.attach";
    private static final String ACTIVE = "active";

    private final List<String> lines = new ArrayList<>();

    /**
     * What the command reads.
     *
     * @param lines for the operator
     */
    record Outcome(boolean active, List<String> lines) {}

    void add(String line) {
        lines.add(line);
    }

    /** Leaves the lines; where the JDK has no such place, standard error alone has them. */
    void leave(Instrumentation instrumentation, boolean active) {
        try {
            OpenedModules.openAgentProperties(instrumentation);
            Method properties = Class.forName("jdk.internal.vm.VMSupport").getMethod("getAgentProperties");
            String text = (active ? ACTIVE : "refused") + '\n' + String.join("\n", lines);
            ((Properties) properties.invoke(null)).setProperty(PROPERTY, text);
        } catch (ReflectiveOperationException | RuntimeException e) {
            StandardError.line("attach: the command gets no report: " + e);
        }
    }

    /** What was left in a JVM whose agents' properties these are, null where nothing was. */
    static @Nullable Outcome read(Properties properties) {
        String text = properties.getProperty(PROPERTY);
        if (text == null) {
            return null;
        }
        List<String> lines = List.of(text.split("\n", -1));
        return new Outcome(lines.get(0).equals(ACTIVE), lines.subList(1, lines.size()));
    }
}
