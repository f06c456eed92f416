package io.homeport.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The nodes as processes of ours. Closing it kills them all. */
final class Fleet implements AutoCloseable {
    private final NodeConfig config;
    private final Artifacts artifacts;
    private final Path folder;
    /** Replaced by the show, read by the shoppers. */
    private volatile FleetView view = FleetView.empty();

    // Guarded by this.
    private final Map<String, Child> children = new HashMap<>();
    // Guarded by this: nothing is started once all were killed.
    private boolean closed;

    /**
     * @param folder for the nodes' configuration and output
     */
    Fleet(NodeConfig config, Artifacts artifacts, Path folder) {
        this.config = config;
        this.artifacts = artifacts;
        this.folder = folder;
    }

    List<Node> nodes() {
        return config.nodes();
    }

    FleetView view() {
        return view;
    }

    synchronized void start(Node node) throws IOException {
        if (closed) {
            throw new DemoException("The demo is over");
        }
        Path properties = Files.writeString(folder.resolve(node.id() + ".properties"), config.of(node));
        Path log = folder.resolve(node.id() + ".log");
        children.put(node.id(), Child.start(node.id(), command(node, properties), log));
    }

    private List<String> command(Node node, Path properties) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-javaagent:" + artifacts.agent() + "=config=" + properties,
                "-jar",
                artifacts.sampleBackend().toString(),
                "--port=" + node.port(),
                "--server=" + node.server(),
                "--name=" + node.id());
    }

    /** The node is seen to take requests. */
    void reached(Node node) {
        change(now -> now.reached(node.id()));
    }

    void hold(Node node) {
        Operator.tell(node, "hold");
        change(now -> now.held(node.id()));
    }

    void release(Node node) {
        change(FleetView::released);
        Operator.tell(node, "release");
    }

    /** As {@code kill -9}. */
    synchronized void kill(Node node) {
        // First the account: whoever sees the node gone must find it killed.
        change(now -> now.killed(node.id()));
        Child child = children.remove(node.id());
        if (child != null) {
            child.kill();
        }
    }

    private synchronized void change(UnaryOperator<FleetView> by) {
        view = by.apply(view);
    }

    synchronized void mustLive() {
        children.values().forEach(Child::mustLive);
    }

    /** The node's process, 0 where there is none. */
    synchronized long pid(Node node) {
        Child child = children.get(node.id());
        return child == null ? 0 : child.process().pid();
    }

    /** What the node printed last. */
    synchronized String lastWords(Node node) {
        Child child = children.get(node.id());
        return child == null ? "" : child.tail();
    }

    @Override
    public synchronized void close() {
        closed = true;
        children.values().forEach(Child::kill);
        children.clear();
    }
}
