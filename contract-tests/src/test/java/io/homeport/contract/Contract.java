package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

/** What the parts of the contract share. */
interface Contract {
    String COOKIE = "HOMEPORT";

    Bench bench();

    default NodeUnderTest node() {
        return bench().node(Setup.STANDARD);
    }

    /** The peer that answers, with the node there that probes it. */
    default FakePeer peer() {
        node();
        return bench().neighbourhood(Setup.STANDARD).well();
    }

    default Reply get(String target) {
        return node().send(Ask.get(target));
    }

    /** A {@code Cookie} pair for a session that lives on the node. */
    static String sessionOn(NodeUnderTest node) {
        Reply created = node.send(Ask.get("/app/session/create"));
        assertThat(created.body()).isEqualTo("visit 1");
        return "JSESSIONID=" + created.cookie("JSESSIONID");
    }

    /** The affinity cookie names this node, once, and exactly where a session cookie is set. */
    static void assertStampedWithItsSession(Reply reply) {
        assertThat(reply.setsSession()).as("a session cookie in %s", reply).isTrue();
        assertThat(reply.cookie(COOKIE)).as("affinity cookie in %s", reply).isEqualTo("n1");
        assertThat(reply.cookies(COOKIE)).as("affinity cookies in %s", reply).isEqualTo(1);
    }

    static void assertUnstamped(Reply reply) {
        assertThat(reply.cookies(COOKIE)).as("affinity cookies in %s", reply).isZero();
    }

    /** What the response says to caches, without what its container adds to all that set a cookie. */
    default String cacheControl(Reply reply) {
        String all = String.join(", ", reply.all("Cache-Control"));
        return bench().host().can(Limit.KEEP_CACHE_CONTROL)
                ? all
                : all.replaceFirst("(, )?no-cache=\"?set-cookie(, set-cookie2)?\"?$", "");
    }

    static void assertSentHome(Reply reply, String location) {
        assertThat(reply.status()).as("status of %s", reply).isEqualTo(307);
        assertThat(reply.one("Location")).isEqualTo(location);
    }

    static void assertServed(Reply reply, String body) {
        assertThat(reply.status()).as("status of %s", reply).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(body);
    }
}
