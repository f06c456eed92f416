package io.homeport;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps a response that carries the affinity cookie out of shared caches (RFC 9111 3). */
final class CacheRules {
    private static final String PRIVATE = "private";

    private CacheRules() {}

    /** What must replace the {@code Cache-Control} of the response, null where no shared cache may store it anyway. */
    static @Nullable String privateVersion(RequestView request, ResponseView response) {
        String control = response.header("Cache-Control");
        String lower = control == null ? "" : control.toLowerCase(Locale.ROOT);
        if (hasDirective(lower, PRIVATE) || hasDirective(lower, "no-store")) {
            return null;
        }
        boolean explicit = hasDirective(lower, "public")
                || lower.contains("max-age=")
                || lower.contains("s-maxage=")
                || response.header("Expires") != null;
        boolean safe = request.hasMethod("GET") || request.hasMethod("HEAD");
        if (!explicit && !(safe && isHeuristicallyCacheable(response.status()))) {
            return null;
        }
        return withoutPublic(control == null ? "" : control);
    }

    private static String withoutPublic(String control) {
        StringBuilder kept = new StringBuilder(PRIVATE);
        for (String directive : control.split(",", 64)) {
            String plain = directive.strip();
            String lower = plain.toLowerCase(Locale.ROOT);
            if (!plain.isEmpty() && !lower.equals("public") && !lower.startsWith("s-maxage")) {
                kept.append(", ").append(plain);
            }
        }
        return kept.toString();
    }

    private static boolean hasDirective(String lower, String name) {
        for (String directive : lower.split(",", 64)) {
            if (directive.strip().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** RFC 9110 15.1. */
    private static boolean isHeuristicallyCacheable(int status) {
        return switch (status) {
            case 200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501 -> true;
            default -> false;
        };
    }
}
