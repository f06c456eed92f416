package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can only be seen where there is a real server: the wire, management, start-up. */
@ExtendWith(Matrix.class)
abstract class ServerContract extends HomeportContract implements WireContract, ManagementContract, MistakesContract {
    private static final String ACTIVE = "homeport: active on ";

    private final Matrix.Tally tally = new Matrix.Tally();

    @Override
    Host host() {
        return server();
    }

    Matrix.Tally tally() {
        return tally;
    }

    /** Homeport fails open, so an error of its own would show in no response. UT000173 is Undertow's own refusal. */
    @AfterAll
    void noErrorOfHomeportsOwnWasReported() {
        Matrix.record(new MatrixRow(server().cell(), server().shown(adapter()), tally.toString()));
        assertThat(node().log().all().stream()
                        .filter(line -> line.contains("requests go on to the application"))
                        .filter(line -> !line.contains("UT000173")))
                .isEmpty();
    }

    private String adapter() {
        return node().log().all().stream()
                .filter(line -> line.contains(ACTIVE))
                // A server may put a time before each line.
                .map(line -> line.substring(line.indexOf(ACTIVE) + ACTIVE.length()))
                .findFirst()
                .orElse("–");
    }
}
