package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * Reads the route out of a request's affinity cookies. Names are compared in place: for a cookie that names this node
 * nothing is allocated. A value is only ever looked up, never parsed for an address.
 */
final class AffinityRoutes {
    private final String cookieName;
    private final boolean afterDot;
    private final String ownId;
    private final Peers peers;

    AffinityRoutes(AffinityCookie cookie, String ownId, Peers peers) {
        this.cookieName = cookie.name();
        this.afterDot = cookie.holdsSession();
        this.ownId = ownId;
        this.peers = peers;
    }

    /** Of several cookies own wins, then the first that names a live peer, then a peer that is down, then an unknown. */
    Route route(RequestView request) {
        Route best = Route.Fixed.NONE;
        for (int i = 0; i < request.cookieFields(); i++) {
            best = routeIn(request.cookieField(i), best);
            if (best == Route.Fixed.OWN) {
                return best;
            }
        }
        return best;
    }

    private Route routeIn(CharSequence field, Route sofar) {
        Route best = sofar;
        int length = field.length();
        int start = 0;
        while (start < length) {
            int end = indexOf(field, ';', start, length);
            int name = skipBlanks(field, start, end);
            if (isCookie(field, name, end)) {
                best = better(best, value(field, name + cookieName.length() + 1, end));
                if (best == Route.Fixed.OWN) {
                    return best;
                }
            }
            start = end + 1;
        }
        return best;
    }

    private boolean isCookie(CharSequence field, int start, int end) {
        int equals = start + cookieName.length();
        return equals < end && field.charAt(equals) == '=' && matches(field, start, cookieName);
    }

    /**
     * The route of a value: blanks and quotes aside, up to the first {@code |} (HAProxy's own rule), and from the last dot on
     * where a session id stands before it.
     */
    private Route value(CharSequence field, int from, int to) {
        int start = skipBlanks(field, from, to);
        if (start < to && field.charAt(start) == '"') {
            start++;
        }
        int end = start;
        while (end < to && "|\" \t".indexOf(field.charAt(end)) < 0) {
            end++;
        }
        int route = end;
        while (route > start && NodeSettings.isRouteCharacter(field.charAt(route - 1))) {
            route--;
        }
        boolean whole = route == start || (afterDot && field.charAt(route - 1) == '.');
        return whole ? named(field, route, end) : Route.Fixed.NONE;
    }

    private Route named(CharSequence field, int start, int end) {
        int length = end - start;
        if (length == ownId.length() && matches(field, start, ownId)) {
            return Route.Fixed.OWN;
        }
        if (length == 0 || length > NodeSettings.MAX_ID_LENGTH) {
            return Route.Fixed.NONE;
        }
        @Nullable Peer peer = peers.byId(field.subSequence(start, end).toString());
        return peer == null ? Route.Fixed.UNKNOWN : peer;
    }

    private static Route better(Route best, Route next) {
        return rank(next) > rank(best) ? next : best;
    }

    private static int rank(Route route) {
        if (route instanceof Peer peer) {
            return peer.isUp() ? 3 : 2;
        }
        return route == Route.Fixed.OWN ? 4 : route == Route.Fixed.UNKNOWN ? 1 : 0;
    }

    private static boolean matches(CharSequence text, int start, String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (text.charAt(start + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(CharSequence text, char wanted, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) != wanted) {
            i++;
        }
        return i;
    }

    private static int skipBlanks(CharSequence text, int from, int to) {
        int i = from;
        while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
