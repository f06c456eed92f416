package io.homeport.demo;

import io.homeport.sim.BackendState;
import io.homeport.sim.Balancer;
import io.homeport.sim.Persistence;
import io.homeport.sim.Transition;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The balancer before all nodes. It believes the nodes' affinity cookie, and takes a 404 of the probe for "no new clients". */
final class FrontDoor implements AutoCloseable {
    private static final int DRAIN = 404;

    private final Balancer balancer;
    private final Instant opened;

    FrontDoor(List<Node> nodes, int port) {
        var builder = Balancer.roundRobin()
                .port(port)
                .persistence(Persistence.AFFINITY_COOKIE)
                .probe("/health?on-hold=" + DRAIN)
                .probeInterval(Duration.ofMillis(500))
                .drainStatus(DRAIN);
        nodes.forEach(node -> builder.backend(node.id(), node.url()));
        this.balancer = builder.build();
        this.opened = Instant.now();
        balancer.start();
    }

    static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    String health(Node node) {
        return balancer.state().backend(node.id()).health().toString();
    }

    /** Its health with the reason. */
    String why(Node node) {
        BackendState state = balancer.state().backend(node.id());
        return state.health() + " (" + state.why() + ")";
    }

    /** All changes of health so far, oldest first. */
    List<Summary.Sighting> sightings() {
        return balancer.state().transitions().stream().map(this::sighting).toList();
    }

    private Summary.Sighting sighting(Transition seen) {
        return new Summary.Sighting(
                Duration.between(opened, seen.at()),
                seen.backend(),
                seen.from().toString(),
                seen.to().toString(),
                seen.why());
    }

    @Override
    public void close() {
        balancer.close();
    }
}
