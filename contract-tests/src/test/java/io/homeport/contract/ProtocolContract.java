package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** What a real server does in whatever protocol its clients speak. */
@ExtendWith(Matrix.class)
abstract class ProtocolContract extends HomeportContract implements ConnectionContract {
    private static final String ACTIVE = "homeport: active on ";

    // Of the present cell.
    private Matrix.Tally tally = new Matrix.Tally();

    public abstract ServerHost server();

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
        List<String> log;
        try {
            log = node().log().all();
            Matrix.record(new MatrixRow(server().cell(), server().shown(adapter(log)), tally.toString()));
        } finally {
            tally = new Matrix.Tally();
            close();
        }
        assertThat(log.stream()
                        .filter(line -> line.contains("requests go on to the application"))
                        .filter(line -> !line.contains("UT000173")))
                .isEmpty();
    }

    /** Some servers put words of their own before our lines. */
    private static String adapter(List<String> log) {
        return log.stream()
                .filter(line -> line.contains(ACTIVE))
                .map(line -> line.substring(line.indexOf(ACTIVE) + ACTIVE.length()))
                .findFirst()
                .orElse("–");
    }
}
