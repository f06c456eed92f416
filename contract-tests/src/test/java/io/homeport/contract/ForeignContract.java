package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 5: foreign sessions. */
interface ForeignContract extends Contract {

    @Test
    default void foreignSessionIsRedirectedHome() {
        Reply reply = node().send(Ask.get("/app/echo?a=1&b=%20x&a=2").cookie("HOMEPORT=n2"));
        Contract.assertSentHome(reply, peer().url() + "/app/echo?a=1&b=%20x&a=2");
        assertThat(cacheControl(reply)).isEqualTo("no-store");
        assertThat(reply.one("Content-Length")).isEqualTo("0");
        String secure = bench().host().isSecure() ? " Secure;" : "";
        assertThat(reply.all("Set-Cookie"))
                .containsExactly("HOMEPORT=n2; Path=/;" + secure + " HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    default void everyMethodIsRedirected(String method) {
        Reply reply = node().send(Ask.of(method, "/app/echo").cookie("HOMEPORT=n2"));
        Contract.assertSentHome(reply, peer().url() + "/app/echo");
    }

    @Test
    default void sessionThatLivesHereIsServedAndRestampedWhateverTheCookieSays() {
        for (String route : new String[] {"n2", "dead", "nobody", "\"n2\"", ""}) {
            String session = Contract.sessionOn(node());
            Reply reply = node().send(Ask.get("/app/session/read")
                    .cookie("HOMEPORT=" + route)
                    .cookie(session));
            Contract.assertServed(reply, "visit 2");
            assertThat(reply.cookie(COOKIE)).as("route %s", route).isEqualTo("n1");
            assertThat(reply.cookies(COOKIE)).isEqualTo(1);
        }
    }

    @Test
    default void deadSessionIdDoesNotKeepAForeignSession() {
        Reply reply = node().send(Ask.get("/app/session/read").cookie("JSESSIONID=0123456789ABCDEF; HOMEPORT=n2"));
        Contract.assertSentHome(reply, peer().url() + "/app/session/read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead", "hangs", "babbles", "nobody"})
    default void sessionOfADeadOrUnknownOwnerIsAdopted(String owner) {
        Ask ask = Ask.get("/app/session/create").cookie("HOMEPORT=" + owner);
        Reply reply = node().send(ask);
        Contract.assertServed(reply, "visit 1");
        Contract.assertStampedWithItsSession(reply);
    }

    @Test
    default void ownersExternalUrlIsWhereClientsAreSent() {
        Reply reply = node().send(Ask.get("/app/echo").cookie("HOMEPORT=vip"));
        assertThat(reply.status()).isEqualTo(307);
        assertThat(reply.one("Location")).startsWith(Neighbourhood.VIP_URL + "/app/echo");
    }

    /** The external address leads back here each time, as a balancer's does that ignores the cookie. */
    @Test
    default void loopEndsAfterThreeHopsAndTheApplicationSeesNoTrace() {
        String target = "/app/echo?a=1";
        int hops = 0;
        Reply reply = node().send(Ask.get(target).cookie("HOMEPORT=vip"));
        while (reply.status() == 307 && hops < 10) {
            hops++;
            target = reply.one("Location").substring(Neighbourhood.VIP_URL.length());
            reply = node().send(Ask.get(target).cookie("HOMEPORT=vip"));
        }
        assertThat(hops).isBetween(1, 3);
        Contract.assertServed(reply, "method=GET\nquery=a=1\nbody=0\nparameter a=1\n");
    }

    @Test
    default void queryOfTheMarkerAloneIsNoQueryForTheApplication() {
        for (String query : new String[] {"homeport-hop=3", "homeport-hop=1&homeport-hop=2", "homeport-hop=%00"}) {
            Contract.assertServed(get("/app/echo?" + query), "method=GET\nquery=null\nbody=0\n");
        }
    }

    @Test
    default void parametersBesideTheMarkerStay() {
        Contract.assertServed(
                get("/app/echo?x=1&homeport-hop=2&y=homeport-hop=9&x=2"),
                "method=GET\nquery=x=1&y=homeport-hop=9&x=2\nbody=0\nparameter x=1,2\nparameter y=homeport-hop=9\n");
    }

    @Test
    default void forgedHostNeverComesIntoTheLocation() {
        Ask ask = Ask.get("/app/echo")
                .cookie("HOMEPORT=n2")
                .header("Host", "evil.example.org")
                .header("X-Forwarded-Host", "evil.example.org")
                .header("X-Forwarded-Port", "666")
                .header("Forwarded", "host=evil.example.org")
                .header("X-Original-URL", "//evil.example.org");
        Contract.assertSentHome(node().send(ask), peer().url() + "/app/echo");
    }
}
