package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code Location} of a redirect: a configured base URL, then the request's own path and query. The path is
 * made harmless first, so that no reader of the URL can find another host in it: it begins with exactly one slash, and
 * backslashes, blanks, controls, stray percent signs and whatever is not ASCII are percent-encoded (RFC 3986 2.1).
 */
final class Location {
    private static final String HEX = "0123456789ABCDEF";

    private Location() {}

    /** The location, or null where the request target is no path ({@code *}, an authority). */
    static @Nullable String of(BaseUrl base, CharSequence path, @Nullable CharSequence query) {
        if (path.length() == 0 || !isSlash(path.charAt(0))) {
            return null;
        }
        StringBuilder location = new StringBuilder(base.text().length() + path.length() + 64);
        location.append(base.text()).append('/');
        int start = 0;
        while (start < path.length() && isSlash(path.charAt(start))) {
            start++;
        }
        appendSafely(location, path, start, "[]?");
        if (query != null) {
            location.append('?');
            appendSafely(location, query, 0, "");
        }
        return location.toString();
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /** @param unsafe what must be escaped besides what is safe nowhere in a URL */
    private static void appendSafely(StringBuilder out, CharSequence text, int start, String unsafe) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c == '%' ? isEscape(text, i) : "\\\"<>^`{|}#".indexOf(c) < 0 && unsafe.indexOf(c) < 0;
            if (c > ' ' && c < 127 && plain) {
                out.append(c);
            } else if (c < 256) {
                appendEscape(out, c);
            } else {
                appendUtf8(out, c);
            }
        }
    }

    private static boolean isEscape(CharSequence text, int percent) {
        return percent + 2 < text.length() && isHex(text.charAt(percent + 1)) && isHex(text.charAt(percent + 2));
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static void appendEscape(StringBuilder out, int octet) {
        out.append('%').append(HEX.charAt((octet >> 4) & 15)).append(HEX.charAt(octet & 15));
    }

    /** Hosts hand over octets as ISO-8859-1; a character beyond that was decoded by the container. */
    private static void appendUtf8(StringBuilder out, char c) {
        for (byte octet : String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            appendEscape(out, octet & 255);
        }
    }
}
