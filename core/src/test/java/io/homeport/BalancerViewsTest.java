package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BalancerViewsTest {
    private static final String UP =
            "UP 2/3; address=10.0.0.1; port=8080; name=bck/srv2; node=lb1; weight=1/2; scur=13/22; qcur=0";

    private final TestNode test = TestNode.activeOf();

    private void probe(String state, String from) {
        assertThat(test.homeport.probe(FakeRequest.get("/health")
                        .header("X-Haproxy-Server-State", state)
                        .from(from)))
                .isNotNull();
    }

    @Test
    void whatABalancerMakesOfTheNodeIsKept() {
        probe(UP, "10.0.0.9");

        assertThat(test.node.balancers().json())
                .isEqualTo("[{\"balancer\":\"lb1\",\"server\":\"bck/srv2\",\"state\":\"UP 2/3\","
                        + "\"weight\":\"1/2\",\"scur\":\"13/22\"}]");
        assertThat(test.node.balancers().all()).hasToString("[UP 2/3 as bck/srv2, weight 1/2, connections 13/22]");
    }

    @Test
    void theLastViewOfABalancerCounts() {
        probe(UP, "10.0.0.9");
        probe(UP.replace("lb1", "lb2"), "10.0.0.9");
        probe(UP.replace("UP 2/3", "NOLB"), "10.0.0.9");

        assertThat(test.node.balancers().all())
                .extracting(BalancerViews.View::balancer, BalancerViews.View::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lb2", "UP 2/3"),
                        org.assertj.core.groups.Tuple.tuple("lb1", "NOLB"));
    }

    @Test
    void strangersAreNotBelieved() {
        probe(UP, "203.0.113.9");

        assertThat(test.node.balancers().all()).isEmpty();
    }

    @Test
    void eightViewsAreKept() {
        for (int i = 0; i < 20; i++) {
            probe(UP.replace("lb1", "lb" + i), "10.0.0.9");
        }

        assertThat(test.node.balancers().all())
                .extracting(BalancerViews.View::balancer)
                .containsExactly("lb12", "lb13", "lb14", "lb15", "lb16", "lb17", "lb18", "lb19");
    }

    @Test
    void whatIsNoViewHarmsNothing() {
        for (String hostile : List.of("", ";", "=;=", "node", "x".repeat(100_000), "node=" + "y".repeat(400))) {
            probe(hostile, "10.0.0.9");
        }
        probe("UP\u001b[31m\r\n; node=l\u00fcb; name=a=b", "10.0.0.9");

        assertThat(test.node.balancers().all())
                .last()
                .isEqualTo(new BalancerViews.View("l?b", "a=b", "UP?[31m??", "", ""));
        assertThat(test.node.balancers().all()).allSatisfy(view -> {
            assertThat(view.balancer().length()).isLessThanOrEqualTo(64);
            assertThat(view.state().length()).isLessThanOrEqualTo(64);
        });
    }
}
