package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** What can only be seen where there is a real server: the wire, management, start-up. */
@ExtendWith(Matrix.class)
abstract class ServerContract extends HomeportContract implements WireContract, ManagementContract, MistakesContract {
    private static final String ACTIVE = "homeport: active on ";

    // Begun anew with each cell: all cells of a parameterised class share one instance.
    private Matrix.Tally tally = new Matrix.Tally();

    @Override
    public abstract ServerHost server();

    @Override
    Host host() {
        return server();
    }

    Matrix.Tally tally() {
        return tally;
    }

    @AfterParameterizedClassInvocation
    void endOfCell() {
        try {
            Matrix.record(new MatrixRow(server().cell(), adapter(), tally.toString()));
            assertNoErrorOfHomeportsOwnWasReported();
        } finally {
            close();
            tally = new Matrix.Tally();
        }
    }

    /** Homeport fails open, so an error of its own would show in no response. UT000173 is Undertow's own refusal. */
    private void assertNoErrorOfHomeportsOwnWasReported() {
        assertThat(node().log().all().stream()
                        .filter(line -> line.contains("requests go on to the application"))
                        .filter(line -> !line.contains("UT000173")))
                .isEmpty();
    }

    private String adapter() {
        return node().log().all().stream()
                .filter(line -> line.startsWith(ACTIVE))
                .map(line -> line.substring(ACTIVE.length()))
                .findFirst()
                .orElse("–");
    }
}
