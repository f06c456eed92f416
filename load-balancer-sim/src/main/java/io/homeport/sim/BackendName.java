package io.homeport.sim;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a backend may be called and where it may be. */
final class BackendName {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private BackendName() {}

    static void check(String id, URI url) {
        String problem = problem(id, url.toString());
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** What is wrong with a backend, as a line for a user; null if nothing is. */
    static @Nullable String problem(String id, String url) {
        if (!ID.matcher(id).matches()) {
            return "backend: " + id + "=" + url + " (expected: an id of 1 to 64 letters, digits, _, . or -)";
        }
        return isUsable(url)
                ? null
                : "backend: " + id + "=" + url + " (expected: a URL such as http://127.0.0.1:8081, without a path)";
    }

    private static boolean isUsable(String text) {
        try {
            URI url = URI.create(text);
            String path = url.getRawPath();
            return "http".equalsIgnoreCase(url.getScheme())
                    && url.getHost() != null
                    && url.getPort() < 65_536
                    && url.getUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && (path == null || path.isEmpty() || path.equals("/"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
