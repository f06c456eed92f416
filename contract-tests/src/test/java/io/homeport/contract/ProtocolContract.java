package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a real server does in whatever protocol its clients speak. */
@ExtendWith(Matrix.class)
abstract class ProtocolContract extends HomeportContract implements ConnectionContract {
    private static final String ACTIVE = "homeport: active on ";

    private final Matrix.Tally tally = new Matrix.Tally();

    public abstract ContainerHost server();

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
        Matrix.record(new MatrixRow(server().cell(), adapter(), tally.toString()));
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
