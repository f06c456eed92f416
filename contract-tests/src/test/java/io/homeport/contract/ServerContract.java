package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** What can only be seen where there is a real server: the wire, management, start-up. */
@ExtendWith(Matrix.class)
abstract class ServerContract extends HomeportContract implements WireContract, ManagementContract, MistakesContract {
    private static final String ACTIVE = "homeport: active on ";

    // Of the present cell.
    private Matrix.Tally tally = new Matrix.Tally();

    @Override
    Host host() {
        return server();
    }

    Matrix.Tally tally() {
        return tally;
    }

    /** Homeport fails open, so an error of its own would show in no response. UT000173 is Undertow's own refusal. */
    @AfterParameterizedClassInvocation
    void cellEndsWithoutAnErrorOfHomeportsOwn() {
        List<String> log = node().log().all();
        Matrix.record(new MatrixRow(server().cell(), adapter(log), tally.toString()));
        tally = new Matrix.Tally();
        close();
        assertThat(log.stream()
                        .filter(line -> line.contains("requests go on to the application"))
                        .filter(line -> !line.contains("UT000173")))
                .isEmpty();
    }

    private static String adapter(List<String> log) {
        return log.stream()
                .filter(line -> line.startsWith(ACTIVE))
                .map(line -> line.substring(ACTIVE.length()))
                .findFirst()
                .orElse("–");
    }
}
