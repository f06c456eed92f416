package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract where it shows in the bytes of HTTP/1 only: old probers, chunks. */
interface WireContract extends Contract {

    ServerHost server();

    private RawClient wire() {
        return new RawClient(((ContainerNode) node()).port());
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
                "GET %s HTTP/1.1\r\nHost: host.domain.com\r\nConnection: Close\r\n\r\n\r\n",
                "HEAD %s HTTP/1.0\r\n\r\n",
                "OPTIONS %s HTTP/1.0\r\n\r\n",
                "GET %s HTTP/1.0\r\nHost: nobody.example.org\r\nUser-Agent: kube-probe/1.30\r\n\r\n",
            })
    default void oldProbersAreAnswered(String probe) {
        String answer = wire().exchange(probe.formatted(bench().health()));
        assertThat(answer).startsWith("HTTP/1.").contains(" 200 ").containsIgnoringCase("homeport-state: active");
    }

    /** What httpd's {@code hcmethod=OPTIONS} sends; it is answered where {@code *} is a health path, and there alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS * HTTP/1.0\r\nHost: localhost:8080\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost:8080\r\n\r\n",
            })
    default void serverItselfIsAHealthPathWhereThatIsConfigured(String probe) {
        assertThat(wire().exchange(probe)).doesNotContainIgnoringCase("homeport-state");
        if (bench().host().can(Limit.SEE_OUTSIDE_THE_APPLICATION)) {
            ContainerNode contrary = (ContainerNode) bench().node(Setup.CONTRARY);
            assertThat(new RawClient(contrary.port()).exchange(probe))
                    .contains(" 429 ")
                    .containsIgnoringCase("homeport-state: on-hold")
                    .endsWith("ON HOLD");
        }
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
}
