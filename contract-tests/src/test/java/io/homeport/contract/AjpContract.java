package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The contract where a web server speaks for the client: over AJP its word takes the place of the connection. */
interface AjpContract extends Contract {

    private Reply createdFor(AjpOrigin origin, Ask ask) {
        return new AjpClient(((ContainerNode) node()).port(), origin).send(ask);
    }

    @Test
    default void clientsSchemeIsWhatTheWebServerSays() {
        Reply reply = createdFor(new AjpOrigin("203.0.113.7", true), Ask.get("/app/session/create"));
        assertThat(reply.attributes(COOKIE)).containsKey("secure");
    }

    @Test
    default void clientThatIsNoTrustedProxyIsNotBelieved() {
        Ask forged = Ask.get("/app/session/create").header("X-Forwarded-Proto", "https");
        Reply reply = createdFor(new AjpOrigin("203.0.113.7", false), forged);
        assertThat(reply.attributes(COOKIE)).doesNotContainKey("secure");
    }
}
