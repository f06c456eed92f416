package io.homeport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The affinity cookie's name and attributes (RFC 6265bis), and the one place that writes it.
 *
 * @param domain empty for a host-only cookie
 * @param sameSite {@code Lax}, {@code Strict}, {@code None}, or empty to leave the attribute out
 * @param maxAge seconds, or {@link #SESSION}
 */
public record AffinityCookie(
        String name,
        Value value,
        String path,
        String domain,
        Secure secure,
        boolean httpOnly,
        String sameSite,
        boolean partitioned,
        long maxAge) {

    /** No Max-Age: the cookie ends with the client's session. */
    public static final long SESSION = -1;

    /** What the cookie holds. */
    public enum Value {
        /** The route alone. */
        NODE,
        /** The session id, a dot, the route: what httpd's {@code stickysession} and mod_jk read. */
        SESSION_AND_NODE
    }

    /** When the Secure attribute is set. */
    public enum Secure {
        /** Where the client itself came by https. */
        AUTO,
        ALWAYS,
        NEVER
    }

    /**
     * The value that leads to {@code route}. Where balancers read it after a dot, that stands there without a session too:
     * httpd sees no route in a value without one.
     *
     * @param sessionId as {@link SessionIds} gives it, empty for none
     */
    String value(String sessionId, String route) {
        return holdsSession() ? sessionId + "." + route : route;
    }

    boolean holdsSession() {
        return value == Value.SESSION_AND_NODE;
    }

    /** The {@code Set-Cookie} field that gives the cookie that value. */
    String header(String newValue, boolean https) {
        StringBuilder field = new StringBuilder(96);
        field.append(name).append('=').append(newValue).append("; Path=").append(path);
        if (!domain.isEmpty()) {
            field.append("; Domain=").append(domain);
        }
        if (maxAge != SESSION) {
            field.append("; Max-Age=").append(maxAge);
        }
        if (isSecure(https)) {
            field.append("; Secure");
        }
        if (httpOnly) {
            field.append("; HttpOnly");
        }
        if (!sameSite.isEmpty()) {
            field.append("; SameSite=").append(sameSite);
        }
        return partitioned ? field.append("; Partitioned").toString() : field.toString();
    }

    private boolean isSecure(boolean https) {
        return secure == Secure.ALWAYS || (secure == Secure.AUTO && https);
    }

    /** What browsers would drop the cookie for, and what no header can carry. */
    List<Problem> contradictions() {
        List<Problem> problems = new ArrayList<>();
        String lower = name.toLowerCase(Locale.ROOT);
        if (!isToken(name) || lower.equals("jsessionid") || lower.equals("session")) {
            problems.add(Key.COOKIE_NAME.problem(name));
        }
        if (!path.startsWith("/") || !isAttribute(path)) {
            problems.add(Key.COOKIE_PATH.problem(path));
        }
        if (!isDomain(domain)) {
            problems.add(Key.COOKIE_DOMAIN.problem(domain));
        }
        if (lower.startsWith("__host-") && !(path.equals("/") && domain.isEmpty())) {
            problems.add(new Problem(Key.COOKIE_NAME.key(), name, "with __Host-: path / and no domain"));
        }
        if (secure == Secure.NEVER && (lower.startsWith("__") || partitioned || sameSite.equals("None"))) {
            problems.add(new Problem(
                    Key.COOKIE_SECURE.key(),
                    "false",
                    "auto or true with __Host-, __Secure-, SameSite=None or Partitioned"));
        }
        return problems;
    }

    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || "()<>@,;:\\\"/[]?={}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isAttribute(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 127 || c == ';') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '-' && !NodeSettings.isRouteCharacter(c)) {
                return false;
            }
        }
        return true;
    }
}
