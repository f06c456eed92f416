package io.homeport.contract;

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
    private final Bench bench;

    HomeportContract(Host host) {
        this.bench = new Bench(host);
    }

    @Override
    public Bench bench() {
        return bench;
    }

    @AfterAll
    void close() {
        bench.close();
    }
}
