package io.homeport.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An application with the agent in a JVM of its own, and one peer to be sent home to. */
final class ApplicationNode implements AutoCloseable {
    private final FakePeer peer = new FakePeer("n2", FakePeer.Manner.ANSWERS);
    private final ContainerNode node;

    /** @param application starts it with these JVM options */
    ApplicationNode(Function<List<String>, ChildProcess> application) {
        Map<String, String> keys = Map.of("node.id", "n1", "peers", "n2=" + peer.url(), "management.port", "0");
        this.node = new ContainerNode(
                ServerProcess.ofBench(application.apply(new ArrayList<>(Surface.AGENT.options(keys)))), "");
        node.log().await("peer n2: up");
    }

    /** An application of Spring Boot at {@code /app}. */
    static ApplicationNode of(Boot boot, BootApplication application, String... more) {
        return new ApplicationNode(options -> {
            options.add("-Dserver.servlet.context-path=/app");
            options.addAll(List.of(more));
            return boot.start(Jdk.running(), application, options);
        });
    }

    /** Where the application takes requests, waited for. */
    static int port(LogLines log) {
        return Integer.parseInt(log.await("bench port ").substring("bench port ".length()));
    }

    int port() {
        return port(log());
    }

    /** Where it sends a request for that target whose session lives on the peer. */
    String atThePeer(String target) {
        return peer.url() + target;
    }

    Reply send(Ask ask) {
        return node.send(ask);
    }

    Reply get(String target, String... cookies) {
        Ask ask = Ask.get(target);
        return send(cookies.length == 0 ? ask : ask.cookie(String.join("; ", cookies)));
    }

    void hold() {
        node.hold();
    }

    LogLines log() {
        return node.log();
    }

    @Override
    public void close() {
        node.close();
        peer.close();
    }
}
