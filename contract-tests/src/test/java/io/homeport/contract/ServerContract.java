package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;

/** What can only be seen where there is a real server: the wire, management, start-up. */
abstract class ServerContract extends HomeportContract implements WireContract, ManagementContract, MistakesContract {
    private final ContainerHost host;

    ServerContract(ContainerHost host) {
        super(host);
        this.host = host;
    }

    @Override
    public ContainerHost server() {
        return host;
    }

    /** Homeport fails open, so an error of its own would show in no response. UT000173 is Undertow's own refusal. */
    @AfterAll
    void noErrorOfHomeportsOwnWasReported() {
        assertThat(node().log().all().stream()
                        .filter(line -> line.contains("requests go on to the application"))
                        .filter(line -> !line.contains("UT000173")))
                .isEmpty();
    }
}
