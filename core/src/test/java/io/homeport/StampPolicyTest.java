package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StampPolicyTest {
    private static final String STAMP = "HOMEPORT=node1; Path=/; HttpOnly; SameSite=Lax";

    private final TestNode test = TestNode.activeOf("stateless-paths=/static/*");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "JSESSIONID=abc; Path=/; HttpOnly # true",
                "jsessionid=abc # false",
                "JSESSIONID=\"abc\" # true",
                " JSESSIONID=abc # true",
                "SESSION=abc # true",
                "OWN=abc # true",
                "OTHER=abc # false",
                "XJSESSIONID=abc # false",
                "JSESSIONID # false",
                "theme=JSESSIONID=1 # false",
                // Taken away, not given.
                "JSESSIONID=; Path=/ # false",
                "JSESSIONID=\"\"; Path=/ # false",
                "JSESSIONID=deleted; Max-Age=0 # false",
                "JSESSIONID=gone; Path=/; Expires=Thu, 01-Jan-1970 00:00:00 GMT # false",
                "JSESSIONID=gone; Path=/; Expires=Thu, 01 Jan 1970 00:00:10 GMT # false",
                "JSESSIONID=deleted; max-age = 0; Path=/ # false",
                "JSESSIONID=abc; Max-Age=60 # true",
                // The application has written ours itself.
                "HOMEPORT=node9 # false"
            })
    void aResponseThatGivesASessionIsStamped(String setCookie, boolean stamped) {
        FakeResponse response = FakeResponse.of(200, "a=b", setCookie).withSessionCookieName("OWN");

        assertThat(stamp(FakeRequest.get("/"), Pass.STICKY, response) != null).isEqualTo(stamped);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /cart, STICKY, 200, false", "GET, /cart, RESTAMP, 200, true", "GET, /cart, RESTAMP, 500, true",
        "POST, /cart, RESTAMP, 302, true", "GET, /cart, RESTAMP, 304, false", "GET, /static/a.js, RESTAMP, 200, false"
    })
    void aResponseWithoutASessionIsStampedOnlyWhereTheCookieWasWrong(
            String method, String path, Pass pass, int status, boolean stamped) {
        assertThat(stamp(FakeRequest.of(method, path), pass, FakeResponse.of(status)) != null)
                .isEqualTo(stamped);
    }

    @Test
    void whatCreatesASessionOnAStatelessPathOrA304OrAPreflightIsNotStamped() {
        String session = "JSESSIONID=1";
        FakeRequest preflight = FakeRequest.of("OPTIONS", "/cart")
                .header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", "PUT");

        assertThat(stamp(FakeRequest.get("/static/a"), Pass.STICKY, FakeResponse.of(200, session)))
                .isNull();
        assertThat(stamp(FakeRequest.get("/cart"), Pass.STICKY, FakeResponse.of(304, session)))
                .isNull();
        assertThat(stamp(preflight, Pass.RESTAMP, FakeResponse.of(200, session)))
                .isNull();
        assertThat(stamp(FakeRequest.get("/cart"), Pass.STICKY, FakeResponse.of(200, session)))
                .isEqualTo(new Stamp(STAMP, "private"));
    }

    @Test
    void theSessionCookieAndOursMayComeTogetherOnlyOnce() {
        FakeResponse response = FakeResponse.of(200, "JSESSIONID=1", "HOMEPORT=node2; Path=/");

        assertThat(stamp(FakeRequest.get("/"), Pass.RESTAMP, response)).isNull();
    }

    /** An empty Cache-Control stands for none, an empty outcome for a response left as it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "GET  # 200 # -                              # private",
                "HEAD # 404 # -                              # private",
                "GET  # 302 # -                              # -",
                "GET  # 500 # -                              # -",
                "POST # 200 # -                              # -",
                "POST # 200 # max-age=60                     # private, max-age=60",
                "GET  # 302 # public                         # private",
                "GET  # 200 # public, max-age=60             # private, max-age=60",
                "GET  # 200 # Public , S-MaxAge=5, max-age=1 # private, max-age=1",
                "POST # 200 # s-maxage=5                     # private",
                "GET  # 200 # private                        # -",
                "GET  # 200 # max-age=60, PRIVATE            # -",
                "GET  # 200 # no-store                       # -",
                "GET  # 200 # no-cache                       # private, no-cache",
                "GET  # 200 # x-private                      # private, x-private",
                "GET  # 200 # ,,                             # private"
            })
    void aResponseThatCouldBeCachedPubliclyBecomesPrivate(
            String method, int status, @Nullable String control, @Nullable String expected) {
        FakeResponse response = FakeResponse.of(status, "JSESSIONID=1");
        if (control != null) {
            response = response.withHeader("Cache-Control", control);
        }

        Stamp stamp = Objects.requireNonNull(stamp(FakeRequest.of(method, "/"), Pass.STICKY, response));

        assertThat(stamp.cacheControl()).isEqualTo(expected);
    }

    @Test
    void anExpiryDateMakesAResponseCacheable() {
        FakeResponse response = FakeResponse.of(302, "JSESSIONID=1").withHeader("Expires", "Thu, 01 Jan 2099");

        assertThat(Objects.requireNonNull(stamp(FakeRequest.get("/"), Pass.STICKY, response))
                        .cacheControl())
                .isEqualTo("private");
    }

    /** The id is that of the response's session cookie, else of the request's; what no cookie can carry is left out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "JSESSIONID=new; Path=/ # JSESSIONID=old # new.node1",
                "JSESSIONID=\"new\"; Path=/ # ^^ # new.node1",
                "JSESSIONID=abc.node1; Path=/ # ^^ # abc.node1",
                "JSESSIONID=node0abc.node0 # ^^ # node0abc.node1",
                "SESSION=c3ByaW5n # ^^ # c3ByaW5n.node1",
                "OWN=ab-c!d # ^^ # ab-c!d.node1",
                "a=b # JSESSIONID=old.x # old.node1",
                "a=b # theme=x; SESSION=old # old.node1",
                "a=b # JSESSIONID=cont; OWN=old # old.node1",
                "a=b # theme=dark # .node1",
                "a=b # JSESSIONID=a b # .node1",
                "a=b # JSESSIONID=a|b # .node1",
                "a=b # XJSESSIONID=old # .node1",
                "JSESSIONID=; Max-Age=0 # JSESSIONID=old # old.node1"
            })
    void theSessionIdStandsBeforeTheRouteWhereThatIsConfigured(String setCookie, String cookie, String value) {
        TestNode ors = TestNode.activeOf("affinity.cookie.value=session.node", "affinity.cookie.name=ORSSESSIONID");
        FakeResponse response = FakeResponse.of(200, setCookie).withSessionCookieName("OWN");

        Stamp stamp = ors.homeport.commit(FakeRequest.get("/").cookie(cookie), Pass.RESTAMP, response);

        assertThat(Objects.requireNonNull(stamp).setCookie())
                .isEqualTo("ORSSESSIONID=" + value + "; Path=/; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "ORSSESSIONID=abc.node2 # abc.node2",
                "ORSSESSIONID=abc.node2; JSESSIONID=other # abc.node2",
                "ORSSESSIONID=node2; JSESSIONID=abc # abc.node2",
                "ORSSESSIONID=.node2; SESSION=abc # abc.node2",
                "ORSSESSIONID=a|b.node2; ORSSESSIONID=x.node2 # .node2"
            })
    void aRedirectHomeKeepsTheSessionId(String cookie, String value) {
        TestNode ors = TestNode.activeOf(
                "affinity.cookie.value=session.node", "affinity.cookie.name=ORSSESSIONID", "peers=node2=http://2");

        Decision decision = ors.homeport.decide(FakeRequest.get("/").cookie(cookie));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Answer.class,
                        answer -> assertThat(answer.headers())
                                .contains(new Header(
                                        "Set-Cookie", "ORSSESSIONID=" + value + "; Path=/; HttpOnly; SameSite=Lax")));
    }

    @Test
    void anIdTooLongForBalancersIsLeftOut() {
        TestNode ors = TestNode.activeOf("affinity.cookie.value=session.node");
        FakeResponse response = FakeResponse.of(200, "JSESSIONID=" + "x".repeat(129));

        assertThat(Objects.requireNonNull(ors.homeport.commit(FakeRequest.get("/"), Pass.STICKY, response))
                        .setCookie())
                .startsWith("HOMEPORT=.node1;");
    }

    private @Nullable Stamp stamp(FakeRequest request, Pass pass, FakeResponse response) {
        return test.homeport.commit(request, pass, response);
    }
}
