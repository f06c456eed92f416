package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract where it shows in the bytes only: old probers, bodies, connections. */
interface WireContract extends Contract {

    ServerHost server();

    private RawClient wire() {
        return ((ContainerNode) node()).traffic();
    }

    private static String chunkedPost(String chunks) {
        return String.join(
                "\r\n",
                "POST /app/echo HTTP/1.1",
                "Host: localhost",
                "Cookie: HOMEPORT=n2",
                "Transfer-Encoding: chunked",
                "",
                chunks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET %s HTTP/1.0\r\n\r\n",
                "GET %s HTTP/1.0\r\n\r\n\r\n",
                "OPTIONS %s HTTP/1.0\r\n\r\n",
                "GET %s HTTP/1.0\r\nHost: nobody.example.org\r\nUser-Agent: kube-probe/1.30\r\n\r\n",
            })
    default void oldProbersAreAnswered(String probe) {
        String answer = wire().exchange(probe.formatted(bench().health()));
        assertThat(answer).startsWith("HTTP/1.").contains(" 200 ").containsIgnoringCase("homeport-state: active");
    }

    @Test
    default void healthLeavesTheConnectionInOrder() {
        Reply second = wire().sendTwice(Ask.get(bench().health()), Ask.get("/app/anything"));
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
        Reply second = wire().sendTwice(post, Ask.get("/app/anything"));
        Contract.assertServed(second, "application /anything");
    }

    @Test
    default void chunkedBodyIsRedirectedToo() {
        assertThat(wire().exchange(chunkedPost("3\r\nabc\r\n0\r\n\r\n")))
                .startsWith("HTTP/1.1 307")
                .contains(peer().url() + "/app/echo");
    }

    @Test
    default void brokenChunksHarmNothing() {
        assertThat(wire().exchange(chunkedPost("nonsense\r\n\r\n")))
                .startsWith("HTTP/1.1 ")
                .doesNotContain("HTTP/1.1 5");
        Contract.assertServed(get("/app/anything"), "application /anything");
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
