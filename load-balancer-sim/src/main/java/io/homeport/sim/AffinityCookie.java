package io.homeport.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads, strips and writes the cookie that names a backend. Lenient on purpose: whatever a client sends, the worst that can come
 * of it is a route nobody has.
 */
record AffinityCookie(String name) {

    /** The routes a Cookie header names, in its order: unquoted, up to the first {@code |}. */
    List<String> routes(String header) {
        if (!header.contains(name)) {
            return List.of();
        }
        List<String> routes = new ArrayList<>(1);
        for (String pair : header.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                routes.add(route(pair.substring(equals + 1)));
            }
        }
        return routes;
    }

    /** The header without this cookie; empty when nothing is left. */
    String strip(String header) {
        if (!header.contains(name)) {
            return header;
        }
        List<String> kept = new ArrayList<>();
        for (String pair : header.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || !pair.substring(0, equals).strip().equals(name)) {
                kept.add(pair.strip());
            }
        }
        return String.join("; ", kept);
    }

    /** The route a Set-Cookie header gives out, or empty if it sets another cookie or none. */
    String routeSetBy(String setCookie) {
        if (!setCookie.startsWith(name + "=")) {
            return "";
        }
        int end = setCookie.indexOf(';');
        return route(setCookie.substring(name.length() + 1, end < 0 ? setCookie.length() : end));
    }

    /** The Set-Cookie value that sends a client back to this backend. */
    String setting(String backend) {
        return name + "=" + backend + "; Path=/; HttpOnly";
    }

    private static String route(String value) {
        String route = value.strip();
        if (route.length() >= 2 && route.startsWith("\"") && route.endsWith("\"")) {
            route = route.substring(1, route.length() - 1);
        }
        int bar = route.indexOf('|');
        return bar < 0 ? route : route.substring(0, bar);
    }
}
