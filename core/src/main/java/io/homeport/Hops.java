package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * The marker that ends redirect loops: a query parameter that counts how often a request has been redirected. It is set
 * only where the target is not proven to be the node meant, and taken out before the application sees the query. Anybody
 * may write it by hand; all that does is to have the request served where it is.
 */
public final class Hops {
    /** After that many redirects a request is served where it is. */
    static final int MAX = 3;

    /** The name of the query parameter. */
    public static final String PARAMETER = "homeport-hop";

    private static final String NAME = PARAMETER + "=";

    private Hops() {}

    /** Whether the query carries the marker; allocates nothing. */
    public static boolean isMarked(@Nullable CharSequence query) {
        return query != null && find(query) >= 0;
    }

    /** The query without the marker; null where nothing else was in it. */
    public static @Nullable String unmarked(@Nullable CharSequence query) {
        if (query == null) {
            return null;
        }
        String rest = query.toString();
        int at = find(rest);
        while (at >= 0) {
            int end = end(rest, at);
            boolean last = end == rest.length();
            rest = last ? rest.substring(0, Math.max(0, at - 1)) : rest.substring(0, at) + rest.substring(end + 1);
            at = find(rest);
        }
        return rest.isEmpty() ? null : rest;
    }

    /** How often the request has been redirected; a count that is none of ours is 0. */
    static int count(@Nullable CharSequence query) {
        int at = query == null ? -1 : find(query);
        if (query == null || at < 0 || end(query, at) != at + NAME.length() + 1) {
            return 0;
        }
        int count = query.charAt(at + NAME.length()) - '0';
        return count >= 1 && count <= MAX ? count : 0;
    }

    /** The query with the marker counted up to {@code count}, which replaces any marker it had. */
    static String marked(@Nullable CharSequence query, int count) {
        String rest = unmarked(query);
        return (rest == null ? "" : rest + "&") + NAME + count;
    }

    private static int find(CharSequence query) {
        int last = query.length() - NAME.length();
        for (int i = 0; i <= last; i++) {
            if ((i == 0 || query.charAt(i - 1) == '&') && startsAt(query, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsAt(CharSequence query, int at) {
        for (int i = 0; i < NAME.length(); i++) {
            if (query.charAt(at + i) != NAME.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int end(CharSequence query, int at) {
        int end = at;
        while (end < query.length() && query.charAt(end) != '&') {
            end++;
        }
        return end;
    }
}
