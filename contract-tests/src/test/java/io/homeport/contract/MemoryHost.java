package io.homeport.contract;

import io.homeport.Configuration;
import io.homeport.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The core in memory. */
final class MemoryHost implements Host {

    @Override
    public NodeUnderTest start(Map<String, String> configuration, Setup setup) {
        Configuration.Outcome outcome = Configuration.read(List.of(new Source("test", configuration)), "localhost");
        return new MemoryNode(Objects.requireNonNull(
                outcome.configuration(), () -> outcome.problems().toString()));
    }

    @Override
    public String health() {
        return "/health";
    }
}
