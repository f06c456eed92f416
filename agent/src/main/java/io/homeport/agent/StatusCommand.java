package io.homeport.agent;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows a node, its peers and its DNS cache.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final NodeAddress address = new NodeAddress();

    @Option(names = "--json", description = "As JSON, for scripts.")
    private boolean json;

    @Override
    public Integer call() {
        return address.client()
                .get("/node", json ? "application/json" : "text/plain")
                .print();
    }
}
