package io.homeport.agent;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hold}. */
@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        description = "Takes a node out: home sessions are served, new ones go to its peers.")
final class HoldCommand implements Callable<Integer> {
    @Mixin
    private final NodeAddress address = new NodeAddress();

    @Override
    public Integer call() {
        return address.client().post("/node/hold").print();
    }
}
