package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Peers are up2, up3 and down4; this node is node1. */
final class AffinityRoutesTest {
    private final TestNode test = TestNode.activeOf("peers=up2=http://2;up3=http://3;down4=http://4");
    private final AffinityRoutes routes = new AffinityRoutes(test.configuration.cookie(), "node1", test.peers);

    AffinityRoutesTest() {
        test.peer("down4").status(PeerStatus.silent("gone"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "HOMEPORT=node1 # OWN",
                "HOMEPORT=up2 # up2",
                "HOMEPORT=down4 # down4",
                "HOMEPORT=other # UNKNOWN",
                "HOMEPORT= # NONE",
                "HOMEPORT # NONE",
                "^^ # NONE",
                "; ; ;; # NONE",
                "a=b; HOMEPORT=up2; c=d # up2",
                "a=b;HOMEPORT=up2;c=d # up2",
                "a=b;\tHOMEPORT=up2 # up2",
                // Quotes, decorations.
                "HOMEPORT=\"up2\" # up2",
                "HOMEPORT=\"node1\" # OWN",
                "HOMEPORT=\"up2 # up2",
                "HOMEPORT=up2|0123abc # up2",
                "HOMEPORT=node1|Yx8Aa|Yx8Aa # OWN",
                "HOMEPORT=\"node1|mac\" # OWN",
                "HOMEPORT=| # NONE",
                "HOMEPORT=up2  # up2",
                "HOMEPORT= up2 # up2",
                // Only looked up, never parsed.
                "HOMEPORT=http://evil.example # NONE",
                "HOMEPORT=up2.evil.example # NONE",
                "HOMEPORT=up2:8080 # NONE",
                "HOMEPORT=up-2 # NONE",
                "HOMEPORT=up2%0d%0aSet-Cookie # NONE",
                "HOMEPORT=UP2 # UNKNOWN",
                "HOMEPORT=node1x # UNKNOWN",
                "HOMEPORT=node # UNKNOWN",
                // Other names.
                "XHOMEPORT=up2 # NONE",
                "HOMEPORT2=up2 # NONE",
                "homeport=up2 # NONE",
                "x=HOMEPORT=up2 # NONE",
                "x HOMEPORT=up2 # NONE",
                "XHOMEPORT=up3; HOMEPORT=up2 # up2",
                // Several of the name.
                "HOMEPORT=up2; HOMEPORT=node1 # OWN",
                "HOMEPORT=node1; HOMEPORT=up2 # OWN",
                "HOMEPORT=up3; HOMEPORT=up2 # up3",
                "HOMEPORT=down4; HOMEPORT=up2 # up2",
                "HOMEPORT=other; HOMEPORT=up2 # up2",
                "HOMEPORT=other; HOMEPORT=down4 # down4",
                "HOMEPORT=down4; HOMEPORT=other # down4",
                "HOMEPORT=; HOMEPORT=other # UNKNOWN",
                "HOMEPORT=!!; HOMEPORT=up2 # up2"
            })
    void theRouteIsReadFromTheCookies(String field, String expected) {
        assertThat(name(routes.route(FakeRequest.get("/").cookie(field)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "ORS=abc.node1 # OWN",
                "ORS=abc.up2 # up2",
                "ORS=\"abc.up2\" # up2",
                "ORS=a.b.c.up2 # up2",
                "ORS=a-b!c/d=.up2|mac # up2",
                "ORS=.node1 # OWN",
                "ORS=node1 # OWN",
                "ORS=up2 # up2",
                "ORS=abc.other # UNKNOWN",
                "ORS=abc. # NONE",
                "ORS=. # NONE",
                "ORS=abc.up-2 # NONE",
                "ORS=abc|.up2 # UNKNOWN",
                "ORS=abc.node1.up2; ORS=x.node1 # OWN",
                "HOMEPORT=abc.up2 # NONE"
            })
    void theRouteFollowsTheLastDotWhereASessionIdStandsBeforeIt(String field, String expected) {
        AffinityCookie cookie = TestNode.valid("affinity.cookie.name=ORS", "affinity.cookie.value=session.node")
                .cookie();

        assertThat(name(new AffinityRoutes(cookie, "node1", test.peers)
                        .route(FakeRequest.get("/").cookie(field))))
                .isEqualTo(expected);
    }

    @Test
    void severalFieldsAreReadAsOne() {
        FakeRequest request =
                FakeRequest.get("/").cookie("a=b").cookie("HOMEPORT=down4").cookie("HOMEPORT=up3");

        assertThat(name(routes.route(request))).isEqualTo("up3");
        assertThat(name(routes.route(request.cookie("HOMEPORT=node1")))).isEqualTo("OWN");
    }

    @Test
    void noCookieIsNoRoute() {
        assertThat(routes.route(FakeRequest.get("/"))).isEqualTo(Route.Fixed.NONE);
    }

    @Test
    void hugeAndHostileValuesAreNoRoute() {
        String huge = "a".repeat(4096);
        for (String value : List.of(huge, "node1" + huge, "\"" + huge, "up2\r\nSet-Cookie: x=y", "up2\u0000", "üp2")) {
            assertThat(routes.route(FakeRequest.get("/").cookie("HOMEPORT=" + value)))
                    .as(value)
                    .isEqualTo(Route.Fixed.NONE);
        }
        assertThat(name(routes.route(FakeRequest.get("/").cookie("HOMEPORT=" + huge + "; HOMEPORT=up2"))))
                .isEqualTo("up2");
    }

    @Test
    void theWholeHotPathAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        FakeRequest request =
                FakeRequest.get("/cart").cookie("theme=dark; XHOMEPORT=up2; HOMEPORT=\"node1|0123\"; JSESSIONID=1");
        long before = 0;
        int passed = 0;
        for (int i = 0; i < 30_000; i++) {
            if (i == 20_000) {
                before = threads.getThreadAllocatedBytes(thread);
            }
            passed += test.homeport.decide(request) == Pass.STICKY ? 1 : 0;
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(passed).isEqualTo(30_000);
        // The measuring itself may cost a little; a single byte a request would be 10,000.
        assertThat(allocated).isLessThan(4_000);
    }

    private static String name(Route route) {
        return route instanceof Peer peer ? peer.id() : route.toString();
    }
}
