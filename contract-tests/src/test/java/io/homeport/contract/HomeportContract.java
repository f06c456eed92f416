package io.homeport.contract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Everything that every host of the policy does, seen from outside. One class for each host; see the parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HomeportContract
        implements HealthContract,
                AffinityContract,
                CachingContract,
                ForeignContract,
                HostileContract,
                HoldContract,
                ContraryContract {
    // Made with the first test of a host: that of a parameterised class is not there any earlier.
    private @Nullable Bench bench;

    abstract Host host();

    @Override
    public Bench bench() {
        if (bench == null) {
            bench = new Bench(host());
        }
        return bench;
    }

    @AfterAll
    void close() {
        if (bench != null) {
            bench.close();
            bench = null;
        }
    }
}
