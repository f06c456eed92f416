package io.homeport.agent;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Ends a hold: the node takes new sessions again.")
final class ReleaseCommand implements Callable<Integer> {
    @Mixin
    private final NodeAddress address = new NodeAddress();

    @Override
    public Integer call() {
        return address.client().post("/node/release").print();
    }
}
