package io.homeport;

import org.jspecify.annotations.Nullable;

/** The status that a prober itself names for a state, as in {@code /health?on-hold=404&full=404}. */
final class ProberStatus {
    static final int NONE = 0;

    private ProberStatus() {}

    /** The status named for {@code state}, {@link #NONE} where there is none from 200 to 599. */
    static int of(@Nullable CharSequence query, NodeState state) {
        if (query == null) {
            return NONE;
        }
        String text = query.toString();
        String name = state.key() + "=";
        int start = text.startsWith(name) ? 0 : text.indexOf("&" + name) + 1;
        if (start == 0 && !text.startsWith(name)) {
            return NONE;
        }
        int end = text.indexOf('&', start);
        String status = text.substring(start + name.length(), end < 0 ? text.length() : end);
        if (status.length() != 3 || !Durations.isInteger(status)) {
            return NONE;
        }
        int code = Integer.parseInt(status);
        return code >= 200 && code <= 599 ? code : NONE;
    }
}
