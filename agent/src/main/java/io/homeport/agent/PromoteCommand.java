package io.homeport.agent;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code promote}. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = "Makes an instance its node's primary; demote the one of before first.")
final class PromoteCommand implements Callable<Integer> {
    @Mixin
    private final NodeAddress address = new NodeAddress();

    @Override
    public Integer call() {
        return address.client().post("/node/promote").print();
    }
}
