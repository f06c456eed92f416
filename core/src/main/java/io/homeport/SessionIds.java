package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * Finds the id of the session that a message is about, for an affinity cookie that holds it: up to its first dot, where a
 * container's own route begins; empty where there is none that a cookie could carry.
 */
final class SessionIds {
    /** With the route behind it this still fits what balancers keep of a cookie. */
    private static final int MAX_LENGTH = 128;

    private SessionIds() {}

    /** The session that the response gives the client, else the one that the request came with. */
    static String toStamp(RequestView request, ResponseView response) {
        String name = response.sessionCookieName();
        String created = id(new SessionCookies(response.setCookies()).createdSession(name));
        String configured = created.isEmpty() && name != null ? id(cookie(request, name)) : created;
        return configured.isEmpty() ? ofSessionCookie(request) : configured;
    }

    /** The session that the affinity cookie of the request names, else its session cookie. */
    static String toRedirect(RequestView request, String affinityCookie) {
        @Nullable String affinity = cookie(request, affinityCookie);
        String named = affinity == null || affinity.indexOf('.') < 0 ? "" : id(affinity);
        return named.isEmpty() ? ofSessionCookie(request) : named;
    }

    private static String ofSessionCookie(RequestView request) {
        String containers = id(cookie(request, SessionCookies.CONTAINERS));
        return containers.isEmpty() ? id(cookie(request, SessionCookies.SPRING_SESSION)) : containers;
    }

    /** The value of the first cookie of that name, as it was sent. */
    private static @Nullable String cookie(RequestView request, String name) {
        for (int i = 0; i < request.cookieFields(); i++) {
            for (String pair : request.cookieField(i).toString().split(";", -1)) {
                String plain = pair.strip();
                if (plain.startsWith(name) && plain.startsWith("=", name.length())) {
                    return plain.substring(name.length() + 1).strip();
                }
            }
        }
        return null;
    }

    private static String id(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String plain = quoted ? value.substring(1, value.length() - 1) : value;
        int dot = plain.indexOf('.');
        String id = dot < 0 ? plain : plain.substring(0, dot);
        return isSafe(id) ? id : "";
    }

    /** RFC 6265 4.1.1, without what ends a value for a balancer. */
    private static boolean isSafe(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c <= ' ' || c >= 127 || "\",;\\|".indexOf(c) >= 0) {
                return false;
            }
        }
        return id.length() <= MAX_LENGTH;
    }
}
