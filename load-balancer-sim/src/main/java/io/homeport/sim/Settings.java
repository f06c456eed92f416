package io.homeport.sim;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a balancer is told at its start.
 *
 * @param port 0 for any free one
 * @param probes null if nobody probes
 * @param adminPort 0 for any free one, null for none
 */
record Settings(
        int port,
        Persistence persistence,
        AffinityCookie cookie,
        @Nullable ProbePlan probes,
        @Nullable Integer adminPort,
        List<Consumer<Access>> accessListeners,
        Consumer<Transition> transitionListener,
        Clock clock) {}
