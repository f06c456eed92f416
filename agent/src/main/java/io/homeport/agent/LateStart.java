package io.homeport.agent;

import io.homeport.Configuration;
import io.homeport.Problem;
import java.lang.instrument.Instrumentation;
import java.util.List;

/**
 * What runs where the agent comes into a JVM whose application runs already. Whatever is wrong is said, there and to the
 * command that attaches, and the application goes on.
 */
public final class LateStart {
    private final Instrumentation instrumentation;
    private final LateReport report = new LateReport();

    private LateStart(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Called reflectively by {@link Agent}.
     *
     * @param arguments {@code key=value,key=value}
     * @return whether Homeport is at work now
     */
    public static Boolean start(Object arguments, Object instrumentation) {
        LateStart start = new LateStart((Instrumentation) instrumentation);
        Configuration.Outcome outcome = AgentStart.read((String) arguments);
        Configuration configuration = outcome.configuration();
        boolean active = false;
        try {
            active = configuration == null ? start.refuse(outcome) : start.activate(configuration);
        } catch (RuntimeException | LinkageError e) {
            start.say("attach: " + e + "; not active");
            throw e;
        } finally {
            start.report.leave(start.instrumentation, active);
        }
        return active;
    }

    private boolean refuse(Configuration.Outcome outcome) {
        for (Problem problem : outcome.problems()) {
            say(problem.toString());
        }
        say(AgentStart.counted(outcome) + "not active, and the application goes on without Homeport");
        return false;
    }

    private boolean activate(Configuration configuration) {
        OpenedModules.open(instrumentation);
        DnsPolicy dns = DnsPolicy.set(configuration.dns(), instrumentation.getAllLoadedClasses());
        say(AgentStart.summary(configuration, dns));
        List<String> adapters = HookTransformer.installLate(instrumentation, new AgentNode(configuration, dns));
        for (String adapter : adapters) {
            // Its own line on standard error has been written.
            report.add("active on " + adapter);
        }
        if (adapters.isEmpty()) {
            say("no container has been started yet; waiting for one");
        }
        for (String limit : LateLimits.of(adapters, configuration.node().containerRoute())) {
            say("late: " + limit);
        }
        return true;
    }

    private void say(String line) {
        StandardError.line(line);
        report.add(line);
    }
}
