package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * The format that a prober asks for by {@code Accept} (RFC 9110 12.5.1): the first media type that names one. Weights are left
 * aside: no prober sends any, and browsers name what they like best first. Allocates nothing.
 */
final class AcceptedFormat {
    /** What the JDK's URL connections send for a caller who has not said what he takes, up to where its versions differ. */
    private static final String NO_CHOICE_OF_JAVA = "text/html, image/gif, image/jpeg, *";

    private AcceptedFormat() {}

    /** The format asked for; the configured one where none is named. */
    static HealthFormat of(@Nullable String accept, HealthFormat configured) {
        if (accept == null || accept.equals("*/*") || accept.startsWith(NO_CHOICE_OF_JAVA)) {
            return configured;
        }
        @Nullable HealthFormat named = first(accept);
        boolean anyJson = named == HealthFormat.MICROPROFILE && configured.isJson();
        return named == null || anyJson ? configured : named;
    }

    private static @Nullable HealthFormat first(String accept) {
        int start = 0;
        while (start < accept.length()) {
            char c = accept.charAt(start);
            if (c != ' ' && c != '\t' && c != ',') {
                @Nullable HealthFormat named = at(accept, start);
                if (named != null) {
                    return named;
                }
                int comma = accept.indexOf(',', start);
                start = comma < 0 ? accept.length() : comma;
            }
            start++;
        }
        return null;
    }

    /** {@code application/json} gives the first of the formats that have it. */
    private static @Nullable HealthFormat at(String accept, int start) {
        for (HealthFormat format : HealthFormat.all()) {
            if (isAt(accept, start, format.mediaType())) {
                return format;
            }
        }
        return isAt(accept, start, "application/xml") ? HealthFormat.XML : null;
    }

    private static boolean isAt(String accept, int start, String mediaType) {
        int end = start + mediaType.length();
        return accept.regionMatches(true, start, mediaType, 0, mediaType.length())
                && (end == accept.length() || ",; \t".indexOf(accept.charAt(end)) >= 0);
    }
}
