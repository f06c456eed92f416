package io.homeport.agent;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drain}. */
@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a node out, and waits until its last session and its last request have ended.",
            "Ends with 0 when it is empty, with 1 when the time is over before; the node stays on hold either way."
        })
final class DrainCommand implements Callable<Integer> {
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    @Mixin
    private final NodeAddress address = new NodeAddress();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "10m",
            converter = DurationOption.class,
            description = "How long to wait at most (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Duration wait;

    @Option(
            names = "--websockets",
            paramLabel = "DURATION",
            defaultValue = "30s",
            converter = DurationOption.class,
            description = "Over which WebSockets are closed, with status 1012 (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Duration webSockets;

    @Option(
            names = "--connections",
            paramLabel = "DURATION",
            defaultValue = "10s",
            converter = DurationOption.class,
            description = "Over which kept connections are closed at the end (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Duration connections;

    @Override
    public Integer call() {
        NodeClient client = address.client();
        NodeClient.Outcome begun = client.post("/node/drain?wait=" + wait.toMillis() + "ms&websockets="
                + webSockets.toMillis() + "ms&connections=" + connections.toMillis() + "ms");
        return begun.exitCode() == 0 ? watch(client, new DrainProgress(wait)) : begun.print();
    }

    private static int watch(NodeClient client, DrainProgress progress) {
        while (true) {
            NodeClient.Outcome seen = client.get("/node", "application/json");
            if (seen.exitCode() != 0) {
                progress.end();
                return seen.print();
            }
            DrainProgress.Step step = progress.see(seen.text());
            if (step != DrainProgress.Step.WAIT) {
                return step == DrainProgress.Step.EMPTY ? 0 : 1;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
