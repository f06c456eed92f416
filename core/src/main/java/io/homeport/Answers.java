package io.homeport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the answers that are no health answers: redirects and refusals. */
final class Answers {
    /** The status of every redirect. */
    static final int REDIRECT = 307;

    private static final Header NO_STORE = new Header("Cache-Control", "no-store");
    /** Seconds after which a refused client may try again: a few rounds of probing. */
    private static final String RETRY_AFTER = "5";

    private final AffinityCookie cookie;
    private final TrustedProxies proxies;

    Answers(AffinityCookie cookie, TrustedProxies proxies) {
        this.cookie = cookie;
        this.proxies = proxies;
    }

    /**
     * 307 to the peer (RFC 9110 15.4.8): the same method, path, query and body go there, with the affinity cookie that
     * leads there the next time. Null where the request cannot be redirected.
     */
    @Nullable
    Answer redirect(RequestView request, Peer peer, boolean proven) {
        CharSequence query = request.query();
        int hops = Hops.count(query);
        // A proven target ends the way, unless it sends the client on; then the count must not begin anew.
        String kept = proven && hops == 0 ? Hops.unmarked(query) : Hops.marked(query, hops + 1);
        String location = hops >= Hops.MAX ? null : Location.of(peer.target(), request.path(), kept);
        if (location == null) {
            return null;
        }
        String session = cookie.holdsSession() ? SessionIds.toRedirect(request, cookie.name()) : "";
        String setCookie = cookie.header(cookie.value(session, peer.id()), proxies.clientCameByHttps(request));
        List<Header> headers = List.of(new Header("Location", location), NO_STORE, new Header("Set-Cookie", setCookie));
        return new Answer(REDIRECT, headers, "");
    }

    /** 503 with a page that says why. */
    static Answer refusal(String node, String why) {
        String page = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>503 Not here, not now</title></head>
            <body><h1>503 Not here, not now</h1><p>Node %s %s.</p><p>Please try again in a few seconds.</p></body></html>
            """.formatted(node, why);
        return new Answer(
                503,
                List.of(
                        new Header("Content-Type", "text/html; charset=utf-8"),
                        NO_STORE,
                        new Header("Retry-After", RETRY_AFTER)),
                page);
    }
}
