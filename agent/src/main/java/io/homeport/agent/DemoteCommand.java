package io.homeport.agent;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demote}. */
@Command(
        name = "demote",
        mixinStandardHelpOptions = true,
        description =
                "Makes an instance a backup: its sessions are served, everything else goes to its node's primary.")
final class DemoteCommand implements Callable<Integer> {
    @Mixin
    private final NodeAddress address = new NodeAddress();

    @Override
    public Integer call() {
        return address.client().post("/node/demote").print();
    }
}
