package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ProberTest {
    private final TurnedTimer time = new TurnedTimer();
    private final ProbeRules rules = new ProbeRules(2, 3, 404);
    private final List<Transition> told = new ArrayList<>();
    private final Board board = new Board(time, told::add);
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final Prober prober = new Prober(Duration.ofSeconds(2), time, (backend, done) -> {
        Integer status = answers.poll();
        board.report(backend, rules, rules.judge("GET /health", status == null ? 200 : status));
        done.run();
    });
    private final Backend backend = Rosters.backend("node1");

    @Test
    void theFirstProbeIsMadeAtOnceAndTheNextAfterTheInterval() {
        watch(200, 503, 503, 503);
        assertThat(health()).isEqualTo(Health.UP);
        time.turn(Duration.ofMillis(5_999));
        assertThat(health()).isEqualTo(Health.UP);
        time.turn(Duration.ofMillis(1));
        assertThat(health()).isEqualTo(Health.DOWN);
        time.turn(Duration.ofSeconds(2));
        assertThat(health()).isEqualTo(Health.DOWN);
        time.turn(Duration.ofSeconds(2));
        assertThat(health()).isEqualTo(Health.UP);
    }

    @Test
    void everyTransitionIsDatedAndTold() {
        watch(200, 404, 503, 503, 503);
        time.turn(Duration.ofSeconds(20));
        assertThat(told).isEqualTo(board.transitions());
        assertThat(told.stream()
                        .map(t -> t.at().getEpochSecond() % 60 + " " + t.from() + "-" + t.to() + ": " + t.why()))
                .containsExactly(
                        "0 unknown-up: GET /health 200",
                        "2 up-drain: GET /health 404",
                        "8 drain-down: GET /health 503",
                        "12 down-up: GET /health 200");
    }

    @Test
    void aBackendThatIsNoLongerWatchedIsNotProbed() {
        watch(200, 503, 503, 503);
        prober.unwatch("node1");
        time.turn(Duration.ofMinutes(1));
        assertThat(answers).hasSize(3);
    }

    @Test
    void anotherBackendOfTheSameIdHasItsOwnProbes() {
        watch(200);
        board.remove("node1");
        prober.unwatch("node1");
        Backend successor = Rosters.backend("node1");
        board.add(successor);
        answers.add(503);
        prober.watch(successor);
        assertThat(health()).isEqualTo(Health.DOWN);
        board.report(backend, rules, rules.judge("GET /health", 200));
        assertThat(health()).isEqualTo(Health.DOWN);
    }

    private void watch(Integer... statuses) {
        answers.addAll(List.of(statuses));
        board.add(backend);
        prober.watch(backend);
    }

    private Health health() {
        return board.roster().members().get(0).health();
    }
}
