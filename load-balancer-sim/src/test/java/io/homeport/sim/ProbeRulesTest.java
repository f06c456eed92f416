package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeRulesTest {
    private final ProbeRules rules = new ProbeRules(2, 3, 404);

    @ParameterizedTest
    @CsvSource({
        "200, PASSED",
        "204, PASSED",
        "302, PASSED",
        "399, PASSED",
        "404, DRAIN",
        "400, FAILED",
        "500, FAILED",
        "503, FAILED",
        "199, FAILED"
    })
    void statusDecidesWhatAProbeFound(int status, ProbeOutcome.Kind kind) {
        assertThat(rules.judge("GET /health", status).kind()).isEqualTo(kind);
    }

    @Test
    void withoutADrainStatus404Fails() {
        assertThat(new ProbeRules(2, 3, null).judge("GET /", 404).kind()).isEqualTo(ProbeOutcome.Kind.FAILED);
    }

    /** P passes, F fails, D is the drain status. */
    @ParameterizedTest
    @CsvSource({
        "P, UP",
        "F, DOWN",
        "D, DRAIN",
        "PFF, UP",
        "PFFF, DOWN",
        "PFFPFF, UP",
        "PD, DRAIN",
        "PDP, UP",
        "PDFF, DRAIN",
        "PDFFF, DOWN",
        "PFFDFF, DRAIN",
        "FP, DOWN",
        "FPP, UP",
        "FPFP, DOWN",
        "FD, DOWN",
        "FPDP, DOWN",
        "FDDDD, DOWN",
        "DF, DRAIN"
    })
    void healthFollowsRiseAndFall(String probes, Health health) {
        assertThat(after(probes).health()).isEqualTo(health);
    }

    @Test
    void whySaysHowCloseAChangeIs() {
        assertThat(after("PFF").why()).isEqualTo("GET /health 503 (2 of 3)");
        assertThat(after("FP").why()).isEqualTo("GET /health 200 (1 of 2)");
    }

    private HealthState after(String probes) {
        HealthState state = HealthState.unprobed();
        for (int i = 0; i < probes.length(); i++) {
            char probe = probes.charAt(i);
            int status = probe == 'P' ? 200 : probe == 'D' ? 404 : 503;
            state = rules.next(state, rules.judge("GET /health", status));
        }
        return state;
    }
}
