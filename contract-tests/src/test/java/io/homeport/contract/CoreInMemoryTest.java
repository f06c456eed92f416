package io.homeport.contract;

import org.junit.jupiter.api.AfterAll;

/** The core alone, in a host of a few lines: what fails here is the policy's fault, what only fails elsewhere a host's. */
final class CoreInMemoryTest extends HomeportContract {
    @Override
    Host host() {
        return new MemoryHost();
    }

    @AfterAll
    void end() {
        close();
    }
}
