package io.homeport.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JVM to attach to. */
record TargetJvm(long pid) {
    private static final int OLDEST = 17;
    private static final int WARNS = 21;

    /** Loads the agent there and says what came of it. */
    NodeClient.Outcome attach(String jar, String arguments) {
        @Nullable String objection = new TargetProcess(pid).objection();
        if (objection != null) {
            return refused(objection);
        }
        try {
            VirtualMachine jvm = VirtualMachine.attach(String.valueOf(pid));
            try {
                return load(jvm, jar, arguments);
            } finally {
                jvm.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            return refused(e.getMessage() + "; a JVM that can be attached to: not -XX:+DisableAttachMechanism");
        }
    }

    private NodeClient.Outcome load(VirtualMachine jvm, String jar, String arguments) throws IOException {
        int version = version(jvm);
        if (version < OLDEST) {
            return refused("Java " + OLDEST + " or newer; it runs on Java " + version);
        }
        try {
            jvm.loadAgent(jar, arguments);
        } catch (AgentLoadException | AgentInitializationException e) {
            return refused(reason(e, jar));
        }
        LateReport.@Nullable Outcome report = LateReport.read(jvm.getAgentProperties());
        if (report == null) {
            return refused("a report; see what that JVM says on its standard error");
        }
        List<String> lines = new ArrayList<>(report.lines());
        if (report.active() && version >= WARNS) {
            lines.add("note: Java " + version + " warns there of an agent loaded dynamically (JEP 451), unless"
                    + " started with -XX:+EnableDynamicAgentLoading");
        }
        return new NodeClient.Outcome(report.active() ? 0 : 1, String.join(System.lineSeparator(), lines));
    }

    private static String reason(Exception e, String jar) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Dynamic agent loading is not enabled")) {
            return "a JVM started without -XX:-EnableDynamicAgentLoading";
        }
        return "a JVM that can read " + jar + "; " + message;
    }

    private static int version(VirtualMachine jvm) throws IOException {
        String version = jvm.getSystemProperties().getProperty("java.specification.version", "0");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    private NodeClient.Outcome refused(String expected) {
        return new NodeClient.Outcome(1, "PID: " + pid + " (expected: " + expected + ")");
    }
}
