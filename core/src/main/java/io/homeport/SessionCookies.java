package io.homeport;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells session cookies from others, in the {@code Set-Cookie} fields of a response above all. */
record SessionCookies(List<String> fields) {
    static final String CONTAINERS = "JSESSIONID";
    static final String SPRING_SESSION = "SESSION";

    /** Spring Session's sessions no container knows; where the affinity cookie says that one lives here, it may. */
    static boolean mayBeUnseen(RequestView request, Route route) {
        return route == Route.Fixed.OWN && namesSpringSession(request);
    }

    /** Whether a request comes with the cookie of a session that Spring Session keeps. */
    static boolean namesSpringSession(RequestView request) {
        for (int i = 0; i < request.cookieFields(); i++) {
            String field = ";" + request.cookieField(i).toString().replace(" ", "");
            if (field.contains(";" + SPRING_SESSION + "=")) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them gives the client a session: the container's, Spring Session's, or the one configured. */
    boolean createSession(@Nullable String configuredName) {
        return createdSession(configuredName) != null;
    }

    /** The id of that session as it was written; null where none is given. */
    @Nullable
    String createdSession(@Nullable String configuredName) {
        for (String field : fields) {
            String name = name(field);
            boolean session = name.equals(CONTAINERS) || name.equals(SPRING_SESSION) || name.equals(configuredName);
            if (session && !isRemoval(field)) {
                return value(field);
            }
        }
        return null;
    }

    boolean contain(String cookieName) {
        for (String field : fields) {
            if (name(field).equals(cookieName)) {
                return true;
            }
        }
        return false;
    }

    private static String name(String field) {
        int equals = field.indexOf('=');
        return equals < 0 ? "" : field.substring(0, equals).strip();
    }

    private static String value(String field) {
        int equals = field.indexOf('=');
        int semicolon = field.indexOf(';', equals);
        return field.substring(equals + 1, semicolon < 0 ? field.length() : semicolon)
                .strip();
    }

    /**
     * An empty value, Max-Age=0 or an expiry in the past takes a cookie away (RFC 6265 3.1, 5.2); servers that write no
     * Max-Age write the beginning of time.
     */
    private static boolean isRemoval(String field) {
        int semicolon = field.indexOf(';', field.indexOf('='));
        String value = value(field);
        String attributes = semicolon < 0
                ? ""
                : field.substring(semicolon).toLowerCase(Locale.ROOT).replace(" ", "");
        return value.isEmpty()
                || value.equals("\"\"")
                || attributes.contains(";max-age=0")
                || attributes.contains(";expires=thu,01-jan-1970")
                || attributes.contains(";expires=thu,01jan1970");
    }
}
