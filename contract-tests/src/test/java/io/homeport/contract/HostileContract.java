package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract sections 3 and 5 against what no well-meaning client sends. */
interface HostileContract extends Contract {

    /** A container may refuse an ambiguous path itself, or find no application there; nothing may lead elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.org/app",
                "//evil.example.org",
                "///app/x",
                "/\\evil.example.org",
                "/%5Cevil.example.org",
                "/%2F%2Fevil.example.org",
                "/app//evil.example.org",
                "/app/;jsessionid=x@evil.example.org/y",
                "/app/;//evil.example.org",
                "/app/..;/..//evil.example.org",
                "/app/%0d%0aSet-Cookie:%20evil=1",
                "/app/%00",
                "/app/@evil.example.org",
                "/app/http://evil.example.org/",
                "/app/x?next=//evil.example.org",
            })
    default void noPathLeadsToAnotherHost(String path) {
        Reply reply = node().send(Ask.get(path).cookie("HOMEPORT=n2"));
        assertThat(reply.status()).isIn(200, 307, 400, 404);
        assertThat(reply.all("Set-Cookie")).noneMatch(field -> field.contains("evil"));
        if (reply.status() == 307) {
            URI location = URI.create(reply.one("Location"));
            assertThat("http://" + location.getRawAuthority()).isEqualTo(peer().url());
            assertThat(location.getRawPath()).startsWith("/").doesNotStartWith("//");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "HOMEPORT=n2|decorated! n2",
                "HOMEPORT=\"n2\"! n2",
                "HOMEPORT=dead; HOMEPORT=n2! n2",
                "HOMEPORT=nobody; HOMEPORT=n2; HOMEPORT=vip! n2",
                "a=b;HOMEPORT=n2;c=d! n2",
                "xHOMEPORT=n1; HOMEPORT=n2! n2",
            })
    default void firstThatNamesALiveNodeCounts(String cookies, String owner) {
        assertThat(node().send(Ask.get("/app/echo").cookie(cookies)).cookie(COOKIE))
                .isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOMEPORT=n2; HOMEPORT=n1",
                "HOMEPORT=n1|x; HOMEPORT=n2",
                "HOMEPORT=\"n1\"; HOMEPORT=n2",
                "HOMEPORT=",
                "HOMEPORT",
                "HOMEPORT=n2.evil",
                "HOMEPORT=127.0.0.1:80",
                "HOMEPORT=http://evil.example.org",
                "HOMEPORT=n2%0d%0aX:y",
                "HOMEPORT=../n2",
                "HOMEPORT=n2\\",
                "homeport=n2",
                "HOMEPORTX=n2",
                ";;;=;",
            })
    default void ownNodeWinsAndNonsenseIsNoRoute(String cookies) {
        Reply reply = node().send(Ask.get("/app/anything").cookie(cookies));
        Contract.assertServed(reply, "application /anything");
        Contract.assertUnstamped(reply);
    }

    @Test
    default void hugeCookieIsNoRoute() {
        Reply reply = node().send(Ask.get("/app/anything").cookie("HOMEPORT=" + "n2".repeat(2000)));
        Contract.assertServed(reply, "application /anything");
        Reply hidden = node().send(Ask.get("/app/echo").cookie("a=" + "x".repeat(4000) + "; HOMEPORT=n2"));
        Contract.assertSentHome(hidden, peer().url() + "/app/echo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOMEPORT=n\u00012", "HOMEPORT=n2\u007f", "HOMEPORT=\u00e9\u00fc"})
    default void controlAndForeignCharactersAreNoRoute(String cookie) {
        Reply reply = node().send(Ask.get("/app/anything").cookie(cookie));
        // A container may refuse such a field itself; Undertow does so with a 500.
        assertThat(reply.status()).isIn(200, 400, 500);
        Contract.assertUnstamped(reply);
    }

    @Test
    default void floodOfHeadersHarmsNothing() {
        Ask flood = Ask.get("/app/echo").cookie("HOMEPORT=n2");
        for (int i = 0; i < 80; i++) {
            flood = flood.header("X-Flood-" + i, "y".repeat(40)).cookie("c" + i + "=1");
        }
        assertThat(node().send(flood).status()).isIn(307, 400, 431);
        Contract.assertServed(get("/app/anything"), "application /anything");
    }
}
