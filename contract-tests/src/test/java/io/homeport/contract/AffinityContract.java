package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 3: the affinity cookie, and when it is set. */
interface AffinityContract extends Contract {

    @ParameterizedTest
    @CsvSource({
        "create, 200",
        "create-empty, 200",
        "login, 200",
        "send-error, 409",
        "error-page, 410",
        "redirect, 302",
        "throw, 500",
        "reset-create, 200",
        "async, 200",
        "async-late, 200",
        "stream, 200",
        "include, 200",
        "forward, 200",
        "large, 200",
        "chunked, 200",
        "late, 200",
        "late-login, 200",
    })
    default void responseThatCreatesASessionIsStamped(String way, int status) {
        Reply reply = get("/app/session/" + way);
        assertThat(reply.status()).isEqualTo(status);
        Contract.assertStampedWithItsSession(reply);
    }

    @Test
    default void stampCarriesItsDefaultAttributes() {
        Reply reply = get("/app/session/create");
        Set<String> names = bench().host().isSecure()
                ? Set.of("path", "secure", "httponly", "samesite")
                : Set.of("path", "httponly", "samesite");
        assertThat(reply.attributes(COOKIE))
                .containsOnlyKeys(names)
                .containsEntry("path", "/")
                .containsEntry("samesite", "Lax");
    }

    @Test
    default void resetDropsTheStampExactlyWhereItDropsTheSessionsCookie() {
        Reply reply = get("/app/session/reset");
        assertThat(reply.body()).isEqualTo("after reset");
        assertThat(reply.cookie(COOKIE)).isEqualTo(reply.setsSession() ? "n1" : "");
        assertThat(reply.cookies(COOKIE)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "chunked", "late"})
    default void stampedBodiesArriveWhole(String way) {
        assertThat(get("/app/session/" + way).body()).hasSize(200_000);
    }

    @Test
    default void sessionAfterTheCommitIsTheContainersAffair() {
        Reply reply = get("/app/session/committed");
        assertThat(reply.body()).startsWith("committed, session");
        Contract.assertUnstamped(reply);
    }

    @Test
    default void changeOfTheSessionsIdIsStampedAgain() {
        String session = Contract.sessionOn(node());
        Reply reply = node().send(Ask.get("/app/session/login").cookie(session + "; HOMEPORT=n1"));
        assertThat(reply.body()).isEqualTo("visit 3");
        Contract.assertStampedWithItsSession(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hand-written", "replaced", "object", "late-hand-written", "late-object"})
    default void sessionCookieOfTheApplicationsOwnIsStamped(String way) {
        Contract.assertStampedWithItsSession(get("/app/cookie/" + way));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/cookie/removed", "/app/cookie/other", "/app/session/read", "/app/anything"})
    default void responseWithoutASessionIsNotStamped(String target) {
        Contract.assertUnstamped(get(target));
    }

    @Test
    default void knownSessionIsNotStampedAgain() {
        String session = Contract.sessionOn(node());
        Reply reply = node().send(Ask.get("/app/session/create").cookie(session + "; HOMEPORT=n1"));
        Contract.assertServed(reply, "visit 2");
        assertThat(reply.has("Set-Cookie")).isFalse();
    }

    @Test
    default void endOfASessionIsNotStamped() {
        String session = Contract.sessionOn(node());
        Reply reply = node().send(Ask.get("/app/session/invalidate").cookie(session + "; HOMEPORT=n1"));
        Contract.assertServed(reply, "invalidated");
        Contract.assertUnstamped(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/stateless/page", "/app/styles/main.css", "/app/main.css;v=1"})
    default void statelessPathTakesNoPart(String target) {
        Contract.assertServed(
                node().send(Ask.get(target).cookie("HOMEPORT=n2")),
                "application " + target.substring(4).split(";", 2)[0]);
        Contract.assertUnstamped(get(target));
    }

    @Test
    default void preflightIsNeitherRedirectedNorStamped() {
        Ask preflight = Ask.of("OPTIONS", "/app/session/create")
                .cookie("HOMEPORT=n2")
                .header("Origin", "http://other.example.org")
                .header("Access-Control-Request-Method", "PUT");
        Reply reply = node().send(preflight);
        Contract.assertServed(reply, "visit 1");
        Contract.assertUnstamped(reply);
    }

    @Test
    default void clientsOwnSchemeDecidesOnSecure() {
        Ask plain = Ask.get("/app/session/create");
        assertThat(node().send(plain).attributes(COOKIE).containsKey("secure"))
                .isEqualTo(bench().host().isSecure());
        assertThat(node().send(plain.header("X-Forwarded-Proto", "https")).attributes(COOKIE))
                .containsKey("secure");
        assertThat(node().send(plain.header("X-Forwarded-Proto", "http, https")).attributes(COOKIE))
                .doesNotContainKey("secure");
        assertThat(node().send(plain.header("Forwarded", "for=192.0.2.1;proto=https;host=x"))
                        .attributes(COOKIE))
                .containsKey("secure");
        assertThat(node().send(plain.header("Forwarded", "proto=httpsx,,;;="))
                        .attributes(COOKIE)
                        .containsKey("secure"))
                .isEqualTo(bench().host().isSecure());
    }
}
