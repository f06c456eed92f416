package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract where everything that can be chosen is chosen otherwise: {@link Setup#CONTRARY}. */
interface ContraryContract extends Contract {

    private NodeUnderTest contrary() {
        return bench().node(Setup.CONTRARY);
    }

    private String path(String probe) {
        return bench().health().replace("/health", probe);
    }

    private void whileOpen(Runnable checks) {
        contrary().release();
        try {
            checks.run();
        } finally {
            contrary().hold();
        }
    }

    @Test
    default void nodeCanStartOnHold() {
        contrary().log().await("node n1: starting -> on-hold");
    }

    @Test
    default void healthSpeaksTheChosenFormatAtTheChosenPaths() {
        for (String probe : new String[] {"/probe", "/probe2", "/probe/ready"}) {
            Reply reply = contrary().send(Ask.get(path(probe)));
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.body()).isEqualTo("ON HOLD");
        }
        assertThat(contrary().send(Ask.get(path("/health"))).has("Homeport-State"))
                .isFalse();
        assertThat(contrary().send(Ask.get(path("/probe2/live"))).has("Homeport-State"))
                .isFalse();
    }

    /** In UTF-8, and of the length that is told. */
    @Test
    default void pageTellsHowManySessionsAreFree() {
        whileOpen(() -> {
            Reply page = contrary().send(Ask.get(path("/probe")).header("Accept", "text/html"));
            assertThat(page.body())
                    .containsPattern("ACTIVE \u2013 [0-9]+ Sessions Available")
                    .endsWith("</html>\n");
        });
    }

    @Test
    default void versionIsShownSafely() {
        Ask json = Ask.get(path("/probe")).header("Accept", "application/json");
        assertThat(contrary().send(json).body()).contains("\"version\":\"1.2-\\\"beta\\\"\"");
    }

    @Test
    default void cookieCarriesTheChosenAttributes() {
        whileOpen(() -> {
            Reply reply = contrary().send(Ask.get("/app/session/create"));
            assertThat(reply.cookie("ROUTE")).isEqualTo("n1");
            assertThat(reply.cookies(COOKIE)).isZero();
            assertThat(reply.attributes("ROUTE"))
                    .containsEntry("path", "/app")
                    .containsEntry("domain", "example.org")
                    .containsKey(bench().host().can(Limit.KEEP_MAX_AGE) ? "max-age" : "expires")
                    .containsEntry("samesite", "None")
                    .containsKeys("secure", "partitioned")
                    .doesNotContainKey("httponly");
            assertThat(reply.attributes("ROUTE").getOrDefault("max-age", "28800"))
                    .isEqualTo("28800");
        });
    }

    @Test
    default void redirectCarriesTheChosenAttributesToo() {
        Reply reply = contrary().send(Ask.get("/app/echo").cookie("ROUTE=n2"));
        assertThat(reply.one("Set-Cookie"))
                .isEqualTo(
                        "ROUTE=n2; Path=/app; Domain=example.org; Max-Age=28800; Secure; SameSite=None; Partitioned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead", "hangs", "nobody"})
    default void sessionOfADeadOrUnknownOwnerIsRefused(String owner) {
        whileOpen(() -> {
            Reply reply = contrary().send(Ask.get("/app/session/create").cookie("ROUTE=" + owner));
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.one("Retry-After")).isNotEmpty();
            assertThat(reply.one("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.body()).contains("n1").contains("cannot reach the node");
            assertThat(reply.has("Set-Cookie")).isFalse();
        });
    }

    @Test
    default void heldNodeRefusesNewClientsAndSaysWhy() {
        Reply reply = contrary().send(Ask.get("/app/session/create"));
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.one("Retry-After")).isNotEmpty();
        assertThat(reply.body()).contains("n1 is on-hold");
        assertThat(reply.has("Set-Cookie")).isFalse();
    }

    @Test
    default void heldNodeThatRefusesStillServesItsHomeSessions() {
        whileOpen(() -> {
            String session = Contract.sessionOn(contrary());
            contrary().hold();
            Contract.assertServed(
                    contrary().send(Ask.get("/app/session/create").cookie(session + "; ROUTE=n1")), "visit 2");
        });
    }
}
