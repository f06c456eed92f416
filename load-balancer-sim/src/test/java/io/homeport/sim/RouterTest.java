package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    @ParameterizedTest
    @CsvSource({
        "a=UP b=UP c=UP,           abcabc",
        "a=UP b=DOWN c=UP,         acacac",
        "a=UP b=DRAIN c=UNKNOWN,   aaaaaa",
        "a=DOWN b=UNKNOWN c=UNKNOWN, bcbcbc",
        "a=DOWN b=DRAIN,           ------"
    })
    void backendsThatAreUpTakeTurns(String roster, String turns) {
        Router router = new Router(Rosters.of(roster), List.of(), Set.of());
        assertThat(IntStream.range(0, 6)
                        .mapToObj(router::turn)
                        .map(RouterTest::id)
                        .collect(Collectors.joining()))
                .isEqualTo(turns);
    }

    @Test
    void turnsGoOnWhenTheTicketsOverflow() {
        Router router = new Router(Rosters.of("a=UP b=UP"), List.of(), Set.of());
        assertThat(id(router.turn(Integer.MAX_VALUE))).isNotEqualTo(id(router.turn(Integer.MIN_VALUE)));
    }

    @ParameterizedTest
    @CsvSource({"UP, a", "DRAIN, a", "UNKNOWN, a", "DOWN, -"})
    void aClientGoesHomeUnlessHomeIsDown(Health health, String expected) {
        Router router = new Router(Rosters.of("a=" + health.name() + " b=UP"), List.of("a"), Set.of());
        assertThat(id(router.home())).isEqualTo(expected);
    }

    @Test
    void theFirstCookieThatNamesAUsableBackendWins() {
        Roster roster = Rosters.of("a=UP b=DOWN c=UP");
        assertThat(id(new Router(roster, List.of("nobody", "b", "c", "a"), Set.of()).home()))
                .isEqualTo("c");
    }

    @Test
    void theReasonTellsHowItCameAbout() {
        Roster roster = Rosters.of("a=UP b=DOWN");
        assertThat(reason(new Router(roster, List.of("a"), Set.of()).home())).isEqualTo(Reason.PERSISTED);
        assertThat(reason(new Router(roster, List.of(), Set.of()).turn(0))).isEqualTo(Reason.BALANCED);
        assertThat(reason(new Router(roster, List.of("nobody"), Set.of()).turn(0)))
                .isEqualTo(Reason.BALANCED);
        assertThat(reason(new Router(roster, List.of("b"), Set.of()).turn(0))).isEqualTo(Reason.REDISPATCHED);
    }

    @Test
    void whoHasFailedIsNotAskedAgain() {
        Roster roster = Rosters.of("a=UP b=UP");
        Choice next = new Router(roster, List.of("a"), Set.of("a")).turn(0);
        assertThat(id(next)).isEqualTo("b");
        assertThat(reason(next)).isEqualTo(Reason.REDISPATCHED);
        assertThat(new Router(roster, List.of("a"), Set.of("a")).home()).isNull();
        assertThat(new Router(roster, List.of(), Set.of("a", "b")).turn(0)).isNull();
    }

    private static String id(@Nullable Choice choice) {
        return choice == null ? "-" : choice.backend().id();
    }

    private static @Nullable Reason reason(@Nullable Choice choice) {
        return choice == null ? null : choice.reason();
    }
}
