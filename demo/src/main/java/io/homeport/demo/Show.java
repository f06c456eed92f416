package io.homeport.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What happens, in its order. */
record Show(Stage.Cast cast, Stage stage) {
    private static final int FIRST = 180;
    private static final int LATER = 40;

    /** Plays it all and gives the account. */
    Summary play() throws IOException {
        List<Node> nodes = cast.fleet().nodes();
        Node held = nodes.get(0);
        Node killed = nodes.get(1);
        start(nodes);
        shop();
        hold(held);
        kill(killed);
        restart(killed);
        release(held);
        close();
        return summary(held, killed);
    }

    private void start(List<Node> nodes) throws IOException {
        stage.say("Three nodes start, each with the agent, behind one balancer");
        for (Node node : nodes) {
            cast.fleet().start(node);
        }
        nodes.forEach(node -> awaitHealth(node, "up"));
        nodes.forEach(cast.fleet()::reached);
    }

    private void shop() {
        stage.say(FIRST + " clients come, log in and fill their carts; one request in eight asks a wrong node");
        cast.crowd().arrive(FIRST, Duration.ofSeconds(3));
        stage.pass(Duration.ofSeconds(6));
    }

    private void hold(Node node) {
        cast.fleet().hold(node);
        stage.say(node.id() + " is put on hold: it keeps the sessions it has and takes no new ones");
        cast.crowd().arrive(LATER, Duration.ofSeconds(2));
        awaitHealth(node, "drain");
        stage.pass(Duration.ofSeconds(3));
    }

    private void kill(Node node) {
        stage.say(node.id() + " is killed (kill -9): its sessions are gone, its clients must find a new home");
        cast.fleet().kill(node);
        cast.crowd().arrive(LATER, Duration.ofSeconds(2));
        awaitHealth(node, "down");
        stage.pass(Duration.ofSeconds(3));
    }

    private void restart(Node node) throws IOException {
        stage.say(node.id() + " is started again");
        cast.fleet().start(node);
        awaitHealth(node, "up");
        cast.fleet().reached(node);
        cast.crowd().arrive(LATER, Duration.ofSeconds(2));
    }

    private void release(Node node) {
        cast.fleet().release(node);
        stage.say(node.id() + " is released");
        awaitHealth(node, "up");
        stage.pass(Duration.ofSeconds(3));
    }

    private void close() {
        stage.say("All " + cast.crowd().size() + " clients look at their carts once more, at home and at a wrong node");
        CompletableFuture<Void> left = cast.crowd().leave();
        stage.until(left::isDone, () -> "Not all clients have had their last look");
        left.join();
    }

    private void awaitHealth(Node node, String health) {
        stage.until(() -> cast.frontDoor().health(node).equals(health), () -> complaint(node, health));
    }

    private String complaint(Node node, String health) {
        return "%s printed:%n%s%n%s is not %s for the balancer, but %s,"
                .formatted(
                        node.id(),
                        cast.fleet().lastWords(node),
                        node.id(),
                        health,
                        cast.frontDoor().why(node));
    }

    private Summary summary(Node held, Node killed) {
        List<Summary.Sighting> sightings = cast.frontDoor().sightings();
        Totals totals = cast.ledger().totals();
        var evidence =
                new Expectation.Evidence(cast.crowd().size(), totals, seen(sightings, held), seen(sightings, killed));
        var outcome =
                new Summary.Outcome(Expectation.of(evidence), cast.ledger().incidents());
        return new Summary(totals, sightings, outcome);
    }

    private static List<String> seen(List<Summary.Sighting> sightings, Node node) {
        return sightings.stream()
                .filter(sighting -> sighting.node().equals(node.id()))
                .map(Summary.Sighting::to)
                .toList();
    }
}
