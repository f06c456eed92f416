package io.homeport.runtime;

import io.homeport.Configuration;
import io.homeport.NodeReport;
import io.homeport.Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A JVM with a node whose notice is the argument, and with a shutdown hook of its own. */
final class StoppingProcess {
    private StoppingProcess() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> values = Map.of("node.id", "node1", "stop.notice", arguments[0]);
        Configuration configuration = Objects.requireNonNull(
                Configuration.read(List.of(new Source("test", values)), "host").configuration());
        HomeportNode node = new HomeportNode(configuration, () -> new NodeReport.DnsCache(0, 0), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        node.open();
        node.applicationStarted();
        System.out.println("up");
        System.in.read();
    }
}
