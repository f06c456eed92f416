package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 4: health and states. */
interface HealthContract extends Contract {

    private Reply health(String method, String more) {
        return node().send(Ask.of(method, bench().health() + more));
    }

    @Test
    default void activeNodeIsReady() {
        Reply reply = health("GET", "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.one("Homeport-Node")).isEqualTo("n1");
        assertThat(reply.one("Homeport-State")).isEqualTo("active");
        assertThat(reply.one("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.one("Content-Type")).startsWith("application/json");
        assertThat(reply.one("Content-Length"))
                .isEqualTo(String.valueOf(reply.body().length()));
        assertThat(reply.body())
                .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"homeport\",\"status\":\"UP\","
                        + "\"data\":{\"node\":\"n1\",\"state\":\"active\"}}]}");
        assertThat(reply.has("x-envoy-degraded")).isFalse();
    }

    @Test
    default void headIsAnsweredAsGetWithoutABody() {
        Reply get = health("GET", "");
        Reply head = health("HEAD", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.one("Homeport-State")).isEqualTo("active");
        boolean told = bench().host().can(Limit.TELL_LENGTH_TO_HEAD);
        assertThat(head.one("Content-Length")).isEqualTo(told ? get.one("Content-Length") : "");
    }

    @Test
    default void optionsIsAnsweredAsGet() {
        Reply options = health("OPTIONS", "");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.body()).isEqualTo(health("GET", "").body());
    }

    @Test
    default void postToTheHealthPathIsTheApplications() {
        assertThat(health("POST", "").has("Homeport-Node")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/live, LIVE", "/ready, ACTIVE", "/started, STARTED"})
    default void eachKindOfQuestionHasItsPath(String path, String words) {
        assertThat(health("GET", path).body()).contains("\"status\":\"UP\"");
        Reply text = node().send(Ask.get(bench().health() + path).header("Accept", "text/plain"));
        Contract.assertServed(text, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "text/plain; text/plain",
                "text/plain,*/*; text/plain",
                "*/*; application/json",
                "application/json, TEXT/plain; application/json",
                "application/json; application/json",
                "image/png; application/json",
                "%%%,=,; application/json",
                "application/health+json; application/health+json",
                "application/xml; text/xml",
                "text/html,application/xhtml+xml,application/xml,*/*; text/html",
            })
    default void acceptChoosesTheFormatWhereItNamesOne(String accept, String type) {
        Reply reply = node().send(Ask.get(bench().health()).header("Accept", accept));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.one("Content-Type")).startsWith(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/health+json | {\"status\":\"pass\",\"serviceId\":\"n1\"",
                "text/xml | <status>ok</status>",
                "text/html | <!DOCTYPE html>",
                "text/plain | ACTIVE",
            })
    default void eachDialectIsSpoken(String accept, String start) {
        Reply reply = node().send(Ask.get(bench().health()).header("Accept", accept));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({"application/json, DOWN", "application/health+json, fail", "text/xml, active", "text/html, ACTIVE"})
    default void bodyAgreesWithTheStatusThatTheProberNames(String accept, String word) {
        Reply reply = node().send(Ask.get(bench().health() + "?active=404").header("Accept", accept));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "?active=207, 207",
        "?on-hold=404&active=299, 299",
        "?on-hold=404, 200",
        "?active=599, 599",
        "?active=600, 200",
        "?active=199, 200",
        "?active=-20, 200",
        "?active=abc, 200",
        "?active=, 200",
        "?active=2070, 200",
        "?active=99999999999999, 200",
        "?inactive=404, 200",
        "?&&&=&, 200",
    })
    default void proberNamesTheStatusUnlessItIsNonsense(String query, int status) {
        Reply reply = health("GET", query);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.one("Homeport-State")).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOMEPORT=n2", "HOMEPORT=dead", "JSESSIONID=gone", "HOMEPORT=\"; JSESSIONID"})
    default void healthNeverRedirectsNorSetsACookie(String cookie) {
        Reply reply = node().send(Ask.get(bench().health()).cookie(cookie));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.has("Set-Cookie")).isFalse();
        assertThat(reply.has("Location")).isFalse();
    }

    @Test
    default void healthIsAnsweredWhereNoApplicationIsMapped() {
        if (bench().host().can(Limit.SEE_OUTSIDE_THE_APPLICATION)) {
            assertThat(get("/health").one("Homeport-Node")).isEqualTo("n1");
        } else if (bench().host().can(Limit.KEEP_WITHIN_THE_APPLICATION)) {
            assertThat(get("/health").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthy", "/health/", "/health/other", "/Health", "/heal"})
    default void pathsThatOnlyLookLikeHealthAreTheApplications(String path) {
        assertThat(get(bench().health().replace("/health", path)).has("Homeport-State"))
                .isFalse();
    }
}
