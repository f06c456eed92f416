package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PictureTest {
    private static final Totals TOTALS = new Totals(
            new Totals.Sessions(120, 20, 1, Map.of("node1", 67L)),
            new Totals.Requests(
                    500, Map.of(Verdict.SERVED_AT_HOME, 300L, Verdict.MISROUTED, 2L), Map.of("node1", 210L)),
            new Totals.OnHold(0, 9));
    private static final List<Picture.Row> ROWS = List.of(
            new Picture.Row(new Node("node1", "tomcat", 1, 2), "drain", "on hold"),
            new Picture.Row(new Node("node2", "jetty", 3, 4), "down", "killed"));

    @Test
    void tableShowsNodesAndCounts() {
        assertThat(picture(false).lines())
                .containsExactly(
                        "",
                        "node    server    balancer    sessions   answers    14.2 s",
                        "node1   tomcat    drain             67       210   on hold",
                        "node2   jetty     down               0         0   killed",
                        "",
                        "sessions made                120    requests                     500",
                        "served at home               300    redirected home                0",
                        "re-created after a kill       20    failed                         1",
                        "lost                           0    misrouted                      2");
    }

    @Test
    void sameInOneLine() {
        assertThat(picture(false).line())
                .isEqualTo(" 14.2 s  node1 drain 67, node2 down 0 | requests 500, at home 300, redirected home 0,"
                        + " re-created 20, lost 0, misrouted 2");
    }

    @Test
    void coloursComeOnlyWithInk() {
        assertThat(picture(false).lines()).noneMatch(line -> line.contains("\033"));
        assertThat(picture(true).lines())
                .anyMatch(line -> line.contains("\033[31mdown"))
                .anyMatch(line -> line.contains("\033[31mmisrouted"))
                .anyMatch(line -> line.contains("\033[32mlost"));
    }

    private static Picture picture(boolean colours) {
        return new Picture(Duration.ofMillis(14_250), ROWS, TOTALS, new Ink(colours));
    }
}
