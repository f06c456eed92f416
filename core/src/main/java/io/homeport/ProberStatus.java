package io.homeport;

import org.jspecify.annotations.Nullable;

/** The status that a prober itself names for a state, as in {@code /health?on-hold=404&full=404}. Allocates nothing. */
final class ProberStatus {
    static final int NONE = 0;

    private static final int DIGITS = 3;

    private ProberStatus() {}

    /** The status named for {@code state}, {@link #NONE} where there is none from 200 to 599. */
    static int of(@Nullable CharSequence query, NodeState state) {
        if (query == null) {
            return NONE;
        }
        int start = 0;
        while (start < query.length()) {
            int end = start;
            while (end < query.length() && query.charAt(end) != '&') {
                end++;
            }
            if (isNamed(query, start, end, state.key())) {
                return status(query, start + state.key().length() + 1, end);
            }
            start = end + 1;
        }
        return NONE;
    }

    private static boolean isNamed(CharSequence query, int start, int end, String name) {
        int equals = start + name.length();
        if (equals >= end || query.charAt(equals) != '=') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (query.charAt(start + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int status(CharSequence query, int start, int end) {
        if (end - start != DIGITS) {
            return NONE;
        }
        int status = 0;
        for (int i = start; i < end; i++) {
            char c = query.charAt(i);
            if (c < '0' || c > '9') {
                return NONE;
            }
            status = status * 10 + c - '0';
        }
        return status >= 200 && status <= 599 ? status : NONE;
    }
}
