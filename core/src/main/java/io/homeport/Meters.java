package io.homeport;

import java.util.List;
import java.util.function.DoubleSupplier;

/** What a node measures, by name. Says which meters there are; whoever shows them keeps them. Thread-safe. */
public final class Meters {

    /** A label of a meter. Its values are few: none comes from a request. */
    public record Label(String name, String value) {}

    /** What tells one meter from another. */
    public record Name(String name, List<Label> labels) {}

    /** Takes the meters one by one; may be handed the same one again. */
    public interface Sink {

        /** A value that goes up and down. */
        void gauge(String name, List<Label> labels, DoubleSupplier value);

        /** A count that only grows. */
        void counter(String name, List<Label> labels, DoubleSupplier value);
    }

    private final Node node;
    private final Peers peers;
    private final Faults faults;
    private final Counters counters;

    public Meters(Node node, Peers peers, Faults faults, Counters counters) {
        this.node = node;
        this.peers = peers;
        this.faults = faults;
        this.counters = counters;
    }

    /** Hands over all meters that there are now; checks and kinds of errors come in the course of time. */
    public void describe(Sink sink) {
        sink.gauge("homeport.sessions", List.of(), () -> node.sessions().count());
        for (NodeState state : NodeState.values()) {
            sink.gauge("homeport.state", label("state", state.key()), () -> node.state() == state ? 1 : 0);
        }
        for (Counters.Outcome outcome : Counters.Outcome.values()) {
            sink.counter("homeport.requests", label("decision", outcome.key()), () -> counters.count(outcome));
        }
        counters.readForeign((owner, outcome, count) -> sink.counter(
                "homeport.foreign",
                List.of(new Label("owner", owner), new Label("outcome", outcome.key())),
                count::getAsLong));
        for (Peer peer : peers.all()) {
            sink.gauge("homeport.peer.up", label("peer", peer.id()), () -> isSeenUp(peer) ? 1 : 0);
        }
        for (CheckStatus check : node.checks().all()) {
            String name = check.settings().name();
            sink.gauge(
                    "homeport.health.check",
                    label("name", name),
                    () -> node.checks().isUp(name) ? 1 : 0);
        }
        for (String kind : faults.counts().keySet()) {
            sink.counter("homeport.errors", label("kind", kind), () -> faults.count(kind));
        }
    }

    /** What the meter of that name says, in words. */
    public static String description(String name) {
        return switch (name) {
            case "homeport.sessions" -> "Home sessions that are valid now";
            case "homeport.state" -> "1 for the state that the node is in";
            case "homeport.requests" -> "Requests by what was decided for them";
            case "homeport.foreign" -> "Requests for sessions of other nodes";
            case "homeport.peer.up" -> "Whether the last probe reached the peer";
            case "homeport.health.check" -> "Whether the readiness check is up";
            default -> "Errors inside Homeport";
        };
    }

    private static boolean isSeenUp(Peer peer) {
        PeerStatus.Condition condition = peer.status().condition();
        return condition == PeerStatus.Condition.UP || condition == PeerStatus.Condition.UNNAMED;
    }

    private static List<Label> label(String name, String value) {
        return List.of(new Label(name, value));
    }
}
