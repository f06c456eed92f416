package io.homeport.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that runs, from its ports to its processes. Nothing of it outlives the JVM, however that ends but by kill -9. */
final class Theatre implements AutoCloseable {
    private static final List<String> SERVERS = List.of("tomcat", "jetty", "undertow");
    private static final String INVITATION = """

            All is left running until Ctrl-C; the nodes' output is in %3$s. To try:

            A session, through the balancer:
              curl -i -c jar -b jar -d user=ann %1$s/login
              curl -i -c jar -b jar -d item=tea %1$s/cart
            Asked directly, its home answers and the others send there (307):
              for node in %2$s; do curl -si -b jar $node/cart; done
            What a balancer is told, and what it is told while an operator holds the node:
              curl -i %4$s/health
              curl -X POST %5$s/node/hold
              curl -i '%4$s/health?on-hold=404'
              curl -X POST %5$s/node/release
            What a node knows:
              curl %6$s/node
            The end of %7$s (its clients go elsewhere):
              kill -9 %8$d""";

    private final NodeConfig config;
    private final Path folder;
    private final Stage.Cast cast;

    private Theatre(NodeConfig config, Path folder, Stage.Cast cast) {
        this.config = config;
        this.folder = folder;
        this.cast = cast;
    }

    static Theatre open(Artifacts artifacts) throws IOException {
        artifacts.mustExist();
        List<Integer> ports = Ports.free(1 + 2 * SERVERS.size());
        NodeConfig config = new NodeConfig(nodes(ports), FrontDoor.url(ports.get(0)));
        Path folder = Files.createTempDirectory("homeport-demo-");
        Fleet fleet = new Fleet(config, artifacts, folder);
        Ledger ledger = new Ledger();
        Crowd crowd = new Crowd(new Shopper.Town(config.frontDoor(), fleet, new Web(), ledger));
        FrontDoor frontDoor = new FrontDoor(config.nodes(), ports.get(0));
        Theatre theatre = new Theatre(config, folder, new Stage.Cast(fleet, frontDoor, crowd, ledger));
        Runtime.getRuntime().addShutdownHook(new Thread(theatre::close, "clean-up"));
        return theatre;
    }

    /** After the balancer's port, one for each node, then one for each node's management. */
    private static List<Node> nodes(List<Integer> ports) {
        int count = SERVERS.size();
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Node("node" + i, SERVERS.get(i - 1), ports.get(i), ports.get(count + i)))
                .toList();
    }

    Show show(Screen screen, Ink ink) {
        return new Show(cast, new Stage(cast, screen, ink));
    }

    /** What to try while all is left running. */
    List<String> invitation() {
        Node first = config.nodes().get(0);
        Node second = config.nodes().get(1);
        return INVITATION
                .formatted(
                        config.frontDoor(),
                        config.nodes().stream()
                                .map(node -> node.url().toString())
                                .collect(Collectors.joining(" ")),
                        folder,
                        first.url(),
                        first.management(),
                        second.management(),
                        second.id(),
                        cast.fleet().pid(second))
                .lines()
                .toList();
    }

    /** Waits for Ctrl-C. */
    void stayOpen() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Again does nothing more. */
    @Override
    public synchronized void close() {
        cast.crowd().close();
        cast.fleet().close();
        cast.frontDoor().close();
        removeFolder();
    }

    private void removeFolder() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            System.err.println("demo: " + folder + " is left behind: " + e);
        }
    }
}
