package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FleetViewTest {
    private static final Session ON_NODE2 = new Session("ann", "node2", 0, List.of());

    @Test
    void killOutlivesTheSessionsOfThatNodeOnly() {
        FleetView before = FleetView.empty().reached("node1").reached("node2");
        FleetView after = before.killed("node2");

        assertThat(before.outlived(ON_NODE2)).isFalse();
        assertThat(after.outlived(ON_NODE2)).isTrue();
        assertThat(after.outlived(new Session("ben", "node1", 0, List.of()))).isFalse();
        assertThat(after.reachable()).containsExactly("node1");
    }

    @Test
    void nodeThatCameBackHasNoneOfItsOldSessions() {
        FleetView back = FleetView.empty().killed("node2").reached("node2");

        assertThat(back.outlived(ON_NODE2)).isTrue();
        assertThat(back.outlived(new Session("ann", "node2", back.life("node2"), List.of())))
                .isFalse();
    }

    @Test
    void holdLastsUntilTheRelease() {
        FleetView held = FleetView.empty().held("node1");

        assertThat(held.holds("node1")).isTrue();
        assertThat(held.holds("node2")).isFalse();
        assertThat(held.killed("node2").holds("node1")).isTrue();
        assertThat(held.released().holds("node1")).isFalse();
    }
}
