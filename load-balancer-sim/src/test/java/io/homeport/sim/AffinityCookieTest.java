package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffinityCookieTest {
    private final AffinityCookie cookie = new AffinityCookie("HOMEPORT");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "HOMEPORT=node1                        # node1",
                "a=b; HOMEPORT=node1; c=d              # node1",
                "a=b;HOMEPORT=node1                    # node1",
                "HOMEPORT=\"node1\"                    # node1",
                "HOMEPORT=node1|mac                    # node1",
                "HOMEPORT=\"node1|mac\"                # node1",
                "HOMEPORT= node1                       # node1",
                "HOMEPORT=x; HOMEPORT=node1            # x,node1",
                "HOMEPORT=a=b                          # a=b",
                "HOMEPORT=node1%0d%0aSet-Cookie: a=b   # node1%0d%0aSet-Cookie: a=b",
                "HOMEPORT=\"                           # \"",
                "HOMEPORT=                             # ``",
            })
    void routesAreReadFromTheHeader(String header, String routes) {
        assertThat(String.join(",", cookie.routes(header))).isEqualTo(routes);
    }

    @ParameterizedTest
    @CsvSource({"XHOMEPORT=node1", "HOMEPORT", "homeport=node1", "a=HOMEPORT", "''", "=HOMEPORT", "a=\"HOMEPORT=b\""})
    void whatIsNotTheCookieIsNoRoute(String header) {
        assertThat(cookie.routes(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a=b; HOMEPORT=node1; c=d     # a=b; c=d",
                "HOMEPORT=node1               # ``",
                "HOMEPORT=x; HOMEPORT=y; a=b  # a=b",
                "a=b;c=HOMEPORT               # a=b; c=HOMEPORT",
            })
    void theCookieIsStrippedFromTheHeader(String header, String rest) {
        assertThat(cookie.strip(header)).isEqualTo(rest);
    }

    @Test
    void aHeaderWithoutTheCookieIsNotTouched() {
        assertThat(cookie.strip("a=b;  c=d ;e")).isEqualTo("a=b;  c=d ;e");
    }

    @Test
    void theRouteOfASetCookieIsRead() {
        assertThat(cookie.routeSetBy("HOMEPORT=node1|x; Path=/")).isEqualTo("node1");
        assertThat(cookie.routeSetBy("HOMEPORT=node1")).isEqualTo("node1");
        assertThat(cookie.routeSetBy("OTHER=node1; Path=/")).isEmpty();
    }
}
