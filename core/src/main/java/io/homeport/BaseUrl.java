package io.homeport;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A configured base URL, the only thing a redirect's authority ever comes from.
 *
 * @param text scheme, host, port if any, path prefix if any; never ends with a slash
 */
public record BaseUrl(String text) {

    /** The base URL that {@code text} writes, or null when it is none. */
    static @Nullable BaseUrl parse(String text) {
        try {
            URI uri = new URI(text);
            return isBase(uri) && isPlain(uri) ? new BaseUrl(withoutTrailingSlash(text)) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isBase(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return http && uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= 65535;
    }

    private static boolean isPlain(URI uri) {
        String path = uri.getRawPath();
        return uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.toASCIIString().equals(uri.toString())
                && !path.contains("//")
                && !path.contains(";");
    }

    private static String withoutTrailingSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
