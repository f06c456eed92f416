package io.homeport;

import org.jspecify.annotations.Nullable;

/** Decides, just before the headers leave, whether a response carries the affinity cookie. */
final class StampPolicy {
    private final String nodeId;
    private final AffinityCookie cookie;
    private final TrustedProxies proxies;
    private final PathPatterns stateless;

    StampPolicy(Configuration configuration) {
        this.nodeId = configuration.node().id();
        this.cookie = configuration.cookie();
        this.proxies = configuration.trustedProxies();
        this.stateless = configuration.routing().statelessPaths();
    }

    /** Whether the request has to do with sessions at all: no preflight and on no stateless path. */
    boolean takesPart(RequestView request) {
        CharSequence path = request.path();
        int start = request.applicationPathStart();
        return !Preflight.is(request)
                && !stateless.match(path)
                && !(start > 0 && stateless.match(path.subSequence(start, path.length())));
    }

    /** The stamp, or null where the response stays as it is. */
    @Nullable
    Stamp stamp(RequestView request, Pass pass, ResponseView response) {
        SessionCookies cookies = new SessionCookies(response.setCookies());
        boolean wanted = pass == Pass.RESTAMP || cookies.createSession(response.sessionCookieName());
        if (!wanted || response.status() == 304 || cookies.contain(cookie.name()) || !takesPart(request)) {
            return null;
        }
        String session = cookie.holdsSession() ? SessionIds.toStamp(request, response) : "";
        String setCookie = cookie.header(cookie.value(session, nodeId), proxies.clientCameByHttps(request));
        return new Stamp(setCookie, CacheRules.privateVersion(request, response));
    }
}
