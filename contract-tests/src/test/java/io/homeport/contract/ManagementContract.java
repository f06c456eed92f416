package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 6, as far as it is there. */
interface ManagementContract extends Contract {

    private ContainerNode standard() {
        return (ContainerNode) node();
    }

    private ContainerNode guarded() {
        return (ContainerNode) bench().node(Setup.CONTRARY);
    }

    @Test
    default void managementAnswersHealth() {
        Reply reply = standard().manage(Ask.get("/health"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.one("Homeport-Node")).isEqualTo("n1");
        assertThat(guarded().managePlainly(Ask.get("/probe")).body()).isEqualTo("ON HOLD");
    }

    @Test
    default void nodeDescribesItself() {
        String json = standard().manage(Ask.get("/node")).body();
        assertThat(json)
                .contains("\"node\":\"n1\"")
                .contains("\"state\":\"active\"")
                .contains("\"node\":\"n2\",\"condition\":\"up\",\"state\":\"active\"")
                .contains("\"node\":\"dead\",\"condition\":\"down\"")
                .contains("\"node\":\"hangs\",\"condition\":\"down\"")
                .contains("\"node\":\"babbles\",\"condition\":\"down\"")
                .contains("\"peers.probe.interval\":\"100ms\"");
    }

    @Test
    default void secretsAreMasked() {
        String json = guarded().manage(Ask.get("/node")).body();
        assertThat(json).contains("\"management.token\":\"***\"").doesNotContain(Setup.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Basic czNjcmV0LXRva2Vu", "Bearer", "bearer s3cret-token2"})
    default void withoutTheTokenNothingIsToldOrDone(String authorization) {
        for (Ask ask : new Ask[] {Ask.get("/node"), Ask.of("POST", "/node/release")}) {
            Reply reply =
                    guarded().managePlainly(authorization.isEmpty() ? ask : ask.header("Authorization", authorization));
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body()).doesNotContain("n1").doesNotContain(Setup.TOKEN);
        }
        assertThat(guarded().managePlainly(Ask.get("/probe")).body()).isEqualTo("ON HOLD");
    }

    @Test
    default void webPagesMayNotChangeANode() {
        Reply reply = standard().manage(Ask.of("POST", "/node/hold").header("Origin", "http://evil.example.org"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(standard().manage(Ask.get("/health")).one("Homeport-State")).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    default void onlyPostChangesANode(String method) {
        Reply reply = standard().manage(Ask.of(method, "/node/hold"));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.one("Allow")).isEqualTo("POST");
        assertThat(standard().manage(Ask.get("/health")).one("Homeport-State")).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/node/", "/node/hold/x", "/other", "/%00", "/node/..%2fnode/hold"})
    default void unknownPathsAreNotFound(String path) {
        assertThat(standard().manage(Ask.of("POST", path)).status()).isIn(400, 404);
    }
}
