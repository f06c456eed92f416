package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract where bodies and connections are real, in whatever protocol: an answer of ours leaves both in order. */
interface ConnectionContract extends Contract {

    private Client client() {
        return ((ContainerNode) node()).client();
    }

    @Test
    default void healthLeavesTheConnectionInOrder() {
        Reply second = client().sendTwice(Ask.get(bench().health()), Ask.get("/app/anything"));
        Contract.assertServed(second, "application /anything");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8192, 100_000, 1_000_000})
    default void clientThatSendsItsWholeBodyReadsTheRedirect(int bytes) {
        Ask post = Ask.of("POST", "/app/echo").cookie("HOMEPORT=n2").body(bytes);
        Contract.assertSentHome(node().send(post), peer().url() + "/app/echo");
    }

    @Test
    default void redirectOfASmallBodyLeavesTheConnectionInOrder() {
        Ask post = Ask.of("POST", "/app/echo").cookie("HOMEPORT=n2").body(5000);
        Reply second = client().sendTwice(post, Ask.get("/app/anything"));
        Contract.assertServed(second, "application /anything");
    }

    @Test
    default void bodyOfAPassedRequestArrivesWhole() {
        Reply reply = node().send(Ask.of("POST", "/app/echo").body(1_000_000));
        Contract.assertServed(reply, "method=POST\nquery=null\nbody=1000000\n");
    }

    @Test
    default void bodyThatWaitsIsNotAskedForBeforeTheRedirect() {
        Ask put = Ask.of("PUT", "/app/echo")
                .cookie("HOMEPORT=n2")
                .header("Expect", "100-continue")
                .body(1000);
        Reply reply = node().send(put);
        Contract.assertSentHome(reply, peer().url() + "/app/echo");
        if (bench().host().can(Limit.ANSWER_BEFORE_100)) {
            assertThat(reply.interim()).isEmpty();
        }
    }
}
