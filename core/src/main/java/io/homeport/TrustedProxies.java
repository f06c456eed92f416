package io.homeport;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose {@code X-Forwarded-Proto} and {@code Forwarded} (RFC 7239) are believed. */
public final class TrustedProxies {
    private final List<Network> networks;

    TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** Whether the client itself came by https: the connection's own scheme, or what a trusted proxy says of it. */
    boolean clientCameByHttps(RequestView request) {
        if (request.secure()) {
            return true;
        }
        String proto = request.header("X-Forwarded-Proto");
        String forwarded = request.header("Forwarded");
        boolean named = proto != null || forwarded != null;
        return named && trusts(request.remoteAddress()) && (isHttps(proto) || namesHttps(forwarded));
    }

    private boolean trusts(String address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** The first of several is what the proxy nearest to the client wrote. */
    private static boolean isHttps(@Nullable String proto) {
        return proto != null && first(proto).equalsIgnoreCase("https");
    }

    private static boolean namesHttps(@Nullable String forwarded) {
        if (forwarded == null) {
            return false;
        }
        for (String pair : first(forwarded).split(";", 16)) {
            String plain = pair.strip().toLowerCase(Locale.ROOT);
            if (plain.equals("proto=https") || plain.equals("proto=\"https\"")) {
                return true;
            }
        }
        return false;
    }

    private static String first(String list) {
        int comma = list.indexOf(',');
        return (comma < 0 ? list : list.substring(0, comma)).strip();
    }
}
