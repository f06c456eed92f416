package io.homeport.agent;

import io.homeport.Configuration;
import io.homeport.Problem;
import io.homeport.Source;
import io.homeport.runtime.ConfigurationSources;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs before the application: reads the configuration, sets the DNS cache, and leaves a transformer behind that
 * waits for a container. No logging, JMX or network class is touched, and no lambda is run, for the sake of the cost.
 */
public final class AgentStart {
    private AgentStart() {}

    /**
     * Called reflectively by {@link Agent}.
     *
     * @param arguments what stands behind {@code -javaagent:JAR=}
     */
    public static void start(Object arguments, Object instrumentation) {
        List<Problem> problems = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        sources.add(Source.agentArguments((String) arguments, problems));
        sources.addAll(ConfigurationSources.ofJvm());
        Configuration.Outcome outcome = ConfigurationSources.read(sources, problems);
        Configuration configuration = outcome.configuration();
        if (configuration == null) {
            refuse(outcome);
        } else {
            start(configuration, (Instrumentation) instrumentation);
        }
    }

    private static void refuse(Configuration.Outcome outcome) {
        for (Problem problem : outcome.problems()) {
            StandardError.line(problem.toString());
        }
        int count = outcome.problems().size();
        String counted = count + (count == 1 ? " problem" : " problems") + " in the configuration; ";
        if (outcome.strict()) {
            StandardError.line(counted + "the application is not started (strict=false starts it without Homeport)");
            System.exit(1);
        }
        StandardError.line(counted + "not active, because strict=false");
    }

    private static void start(Configuration configuration, Instrumentation instrumentation) {
        OpenedModules.open(instrumentation);
        DnsPolicy dns = DnsPolicy.set(configuration.dns(), instrumentation.getAllLoadedClasses());
        HookTransformer.install(instrumentation, new AgentNode(configuration, dns));
        StandardError.line("node " + configuration.node().id() + ", DNS cache " + dns.get() + dns.verdict()
                + "; waiting for a container");
    }
}
