package io.homeport.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node in a container of its own that tells what it counts, beside one peer. */
final class CountedNode implements AutoCloseable {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final FakePeer peer = new FakePeer("n2", FakePeer.Manner.ANSWERS);
    private final ContainerNode node;

    private CountedNode(Container container, Surface surface, Map<String, String> more) {
        Map<String, String> keys = new LinkedHashMap<>(more);
        keys.put("node.id", "n1");
        keys.put("management.port", "0");
        keys.put("peers", "n2=" + peer.url());
        keys.put("peers.probe.interval", "100ms");
        this.node = new ContainerNode(ServerProcess.ofBench(container.start(Jdk.running(), surface, keys)), "");
        node.log().await("peer n2: up");
        node.log().await("node n1: starting -> active");
    }

    static CountedNode start(Container container, Surface surface) {
        return new CountedNode(container, surface, Map.of());
    }

    static CountedNode start(Container container, Surface surface, int sessionMax) {
        return new CountedNode(container, surface, Map.of("session.max", String.valueOf(sessionMax)));
    }

    FakePeer peer() {
        return peer;
    }

    ContainerNode node() {
        return node;
    }

    Reply get(String target) {
        return node.send(Ask.get(target));
    }

    Reply get(String target, String cookie) {
        return node.send(Ask.get(target).cookie(cookie));
    }

    /** The session cookie and ours of a client that begins now. */
    String client() {
        return cookies(get("/app/session/create"));
    }

    static String cookies(Reply reply) {
        if (reply.cookie("JSESSIONID").isEmpty()) {
            throw new AssertionError("no session in " + reply);
        }
        return "JSESSIONID=" + reply.cookie("JSESSIONID") + "; HOMEPORT=" + reply.cookie("HOMEPORT");
    }

    long sessions() {
        return sessions(node);
    }

    long inFlight() {
        return number(node, "in-flight");
    }

    static long sessions(ContainerNode node) {
        return number(node, "sessions");
    }

    private static long number(ContainerNode node, String name) {
        String json = node.manage(Ask.get("/node")).body();
        Matcher matcher = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return Long.parseLong(matcher.group(1));
    }

    /** Asks until so many requests are in flight: a client may have its answer before the container is done. */
    void awaitInFlight(long expected) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long found = inFlight();
        while (found != expected) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(found + " in flight (expected: " + expected + ")");
            }
            found = inFlight();
        }
    }

    @Override
    public void close() {
        node.close();
        peer.close();
    }
}
