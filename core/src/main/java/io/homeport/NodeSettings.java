package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * Who this node is.
 *
 * @param id the route, {@code [A-Za-z0-9_]{1,32}}
 * @param url direct base URL of this instance
 * @param externalUrl base URL by which clients reach this node
 * @param version free text shown in health answers, empty for none
 * @param role what this instance is at its start
 * @param startState {@link NodeState#ACTIVE} or {@link NodeState#ON_HOLD}
 * @param containerRoute whether the containers of this JVM shall show {@code id} as their own route too
 */
public record NodeSettings(
        String id,
        @Nullable BaseUrl url,
        @Nullable BaseUrl externalUrl,
        String version,
        NodeRole role,
        NodeState startState,
        boolean containerRoute) {

    /** The longest route that every balancer can match. */
    static final int MAX_ID_LENGTH = 32;

    /** Letters, digits and underscore only: what every balancer's own rule for a route can match. */
    static boolean isRoute(CharSequence text) {
        if (text.length() == 0 || text.length() > MAX_ID_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isRouteCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isRouteCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** A host name as a route: every other character becomes {@code _}. */
    static String routeOf(String hostName) {
        StringBuilder route = new StringBuilder(hostName.length());
        for (int i = 0; i < hostName.length(); i++) {
            char c = hostName.charAt(i);
            route.append(isRouteCharacter(c) ? c : '_');
        }
        return route.toString();
    }
}
