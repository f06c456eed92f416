package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract section 3: what a shared cache may not store. */
interface CachingContract extends Contract {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/app/session/create; private",
                "/app/cookie/public-before; private, max-age=60",
                "/app/cookie/public-after; private, max-age=60",
                "/app/cookie/public-added; private, max-age=60",
                "/app/cookie/expires; private",
                "/app/cookie/no-store; no-store",
            })
    default void stampedResponseIsPrivate(String target, String cacheControl) {
        Reply reply = get(target);
        Contract.assertStampedWithItsSession(reply);
        assertThat(cacheControl(reply)).isEqualTo(cacheControl);
    }

    @Test
    default void stampedAnswerToAPostStaysAsItIs() {
        Reply reply = node().send(Ask.of("POST", "/app/session/create"));
        Contract.assertStampedWithItsSession(reply);
        // Jetty gives a response with a session cookie an Expires of its own, which makes it cacheable by name.
        boolean cacheable = reply.has("Expires") && bench().host().can(Limit.KEEP_CACHE_CONTROL);
        assertThat(cacheControl(reply)).isEqualTo(cacheable ? "private" : "");
    }

    @Test
    default void unstampedResponseStaysAsItIs() {
        assertThat(get("/app/anything").has("Cache-Control")).isFalse();
    }

    @Test
    default void notModifiedIsNotStamped() {
        String session = Contract.sessionOn(node());
        Ask ask = Ask.get("/app/cookie/not-modified")
                .cookie(session + "; HOMEPORT=n2")
                .header("If-None-Match", "\"1\"");
        Reply reply = node().send(ask);
        assertThat(reply.status()).isEqualTo(304);
        Contract.assertUnstamped(reply);
    }

    @Test
    default void notModifiedIsNotStampedEvenWhereItMakesASession() {
        Reply reply = node().send(Ask.get("/app/cookie/not-modified-created").header("If-None-Match", "\"1\""));
        assertThat(reply.status()).isEqualTo(304);
        if (bench().host().can(Limit.TAKE_BACK_A_STAMP)) {
            Contract.assertUnstamped(reply);
        }
    }

    @Test
    default void conditionalRequestThatIsAnsweredInFullIsRestamped() {
        String session = Contract.sessionOn(node());
        Ask ask = Ask.get("/app/session/read").cookie(session + "; HOMEPORT=n2").header("If-None-Match", "\"1\"");
        Reply reply = node().send(ask);
        Contract.assertServed(reply, "visit 2");
        assertThat(reply.cookie(COOKIE)).isEqualTo("n1");
    }
}
