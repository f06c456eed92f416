package io.homeport.contract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;

/** Everything that every host of the policy does, seen from outside and asserted in the parts. One class for each host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HomeportContract
        implements HealthContract,
                AffinityContract,
                CachingContract,
                ForeignContract,
                HostileContract,
                HoldContract,
                ContraryContract {
    // Made with the first test of a host and gone with its last: JUnit has one instance for all hosts of a class.
    private @Nullable Bench bench;

    abstract Host host();

    @Override
    public Bench bench() {
        if (bench == null) {
            bench = new Bench(host());
        }
        return bench;
    }

    /** Ends what runs for the present host. */
    void close() {
        bench().close();
        bench = null;
    }
}
