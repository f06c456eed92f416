package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Contract sections 4 and 5: a node that an operator has put on hold. */
interface HoldContract extends Contract {

    private void whileHeld(Runnable checks) {
        node().hold();
        try {
            checks.run();
        } finally {
            node().release();
        }
    }

    @Test
    default void heldNodeSaysSo() {
        whileHeld(() -> {
            Reply reply = get(bench().health());
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.one("Homeport-State")).isEqualTo("on-hold");
            assertThat(reply.one("x-envoy-degraded")).isEqualTo("true");
            assertThat(reply.body()).startsWith("{\"status\":\"DOWN\"");
            assertThat(get(bench().health() + "?on-hold=404&active=201").status())
                    .isEqualTo(404);
            assertThat(get(bench().health() + "/live").status()).isEqualTo(200);
            assertThat(get(bench().health() + "/live?on-hold=404").status()).isEqualTo(200);
            assertThat(get(bench().health() + "/started").status()).isEqualTo(200);
        });
        assertThat(get(bench().health()).one("Homeport-State")).isEqualTo("active");
    }

    @Test
    default void heldNodeServesItsHomeSessions() {
        String session = Contract.sessionOn(node());
        whileHeld(() -> {
            Contract.assertServed(
                    node().send(Ask.get("/app/session/create").cookie(session + "; HOMEPORT=n1")), "visit 2");
            Contract.assertServed(node().send(Ask.get("/app/session/create").cookie(session)), "visit 3");
            Contract.assertServed(
                    node().send(Ask.get("/app/session/create").cookie(session).cookie("HOMEPORT=n2")), "visit 4");
        });
    }

    /** Spring Session's own repository is asked by nobody, so the affinity cookie is believed. */
    @Test
    default void heldNodeServesWhatMayBeASessionOfSpringSession() {
        whileHeld(() -> {
            Contract.assertServed(
                    node().send(Ask.get("/app/anything").cookie("a=b; SESSION=x; HOMEPORT=n1")),
                    "application /anything");
            for (String cookie : new String[] {"SESSION=x", "SESSION=x; HOMEPORT=n2", "NOSESSION=x; HOMEPORT=n1"}) {
                Reply reply = node().send(Ask.get("/app/anything").cookie(cookie));
                assertThat(reply.status()).as(cookie).isEqualTo(307);
            }
        });
    }

    @Test
    default void heldNodeSendsNewClientsToAPeerThatTakesThem() {
        whileHeld(() -> {
            for (String cookie : new String[] {"a=b", "HOMEPORT=n1", "HOMEPORT=dead", "JSESSIONID=gone; HOMEPORT=n1"}) {
                Reply reply = node().send(Ask.get("/app/session/create?x=1").cookie(cookie));
                assertThat(reply.status()).as(cookie).isEqualTo(307);
                assertThat(reply.one("Location")).startsWith(peer().url() + "/app/session/create?x=1");
                assertThat(reply.cookie(COOKIE)).isEqualTo("n2");
            }
        });
    }

    @Test
    default void heldNodeStillSendsForeignSessionsHome() {
        whileHeld(() -> {
            Reply reply = node().send(Ask.get("/app/echo").cookie("HOMEPORT=n2"));
            Contract.assertSentHome(reply, peer().url() + "/app/echo");
        });
    }

    @Test
    default void ownerOnHoldStillGetsItsHomeSessions() {
        peer().becomes("on-hold");
        try {
            Reply reply = node().send(Ask.get("/app/echo").cookie("HOMEPORT=n2"));
            Contract.assertSentHome(reply, peer().url() + "/app/echo");
        } finally {
            peer().becomes("active");
        }
    }

    @Test
    default void lastNodeOfAllServesThoughItIsHeld() {
        peer().becomes("on-hold");
        try {
            whileHeld(() -> Contract.assertServed(get("/app/session/create"), "visit 1"));
        } finally {
            peer().becomes("active");
        }
    }

    @Test
    default void statelessRequestsAndPreflightsAreServedOnHold() {
        whileHeld(() -> {
            Contract.assertServed(get("/app/stateless/page"), "application /stateless/page");
            Ask preflight = Ask.of("OPTIONS", "/app/anything")
                    .header("Origin", "http://other.example.org")
                    .header("Access-Control-Request-Method", "PUT");
            Contract.assertServed(node().send(preflight), "application /anything");
        });
    }
}
