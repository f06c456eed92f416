package io.homeport;

/** CORS preflights (Fetch standard): never with a cookie, and any redirect of one is a network error. */
final class Preflight {
    private Preflight() {}

    static boolean is(RequestView request) {
        return request.hasMethod("OPTIONS")
                && request.header("Origin") != null
                && request.header("Access-Control-Request-Method") != null;
    }
}
