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
     * @return whether Homeport is at work now
     */
    public static Boolean start(Object arguments, Object instrumentation) {
        Configuration.Outcome outcome = read((String) arguments);
        Configuration configuration = outcome.configuration();
        if (configuration == null) {
            refuse(outcome);
            return Boolean.FALSE;
        }
        start(configuration, (Instrumentation) instrumentation);
        return Boolean.TRUE;
    }

    /** Reads the arguments and all that this JVM says besides. */
    static Configuration.Outcome read(String arguments) {
        List<Problem> problems = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        sources.add(Source.agentArguments(arguments, problems));
        sources.addAll(ConfigurationSources.ofJvm());
        return ConfigurationSources.read(sources, problems);
    }

    /** As in {@code 2 problems in the configuration}. */
    static String counted(Configuration.Outcome outcome) {
        int count = outcome.problems().size();
        return count + (count == 1 ? " problem" : " problems") + " in the configuration; ";
    }

    private static void refuse(Configuration.Outcome outcome) {
        for (Problem problem : outcome.problems()) {
            StandardError.line(problem.toString());
        }
        String counted = counted(outcome);
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
        StandardError.line(summary(configuration, dns) + "; waiting for a container");
    }

    /** The node and its DNS cache, as in the start-up line. */
    static String summary(Configuration configuration, DnsPolicy dns) {
        return "node " + configuration.node().id() + ", DNS cache " + dns.get() + dns.verdict();
    }
}
