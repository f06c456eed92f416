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

    /** Whether the client itself came by https: what a trusted proxy says of it, else the connection's own scheme. */
    boolean clientCameByHttps(RequestView request) {
        String proto = request.header("X-Forwarded-Proto");
        String forwarded = request.header("Forwarded");
        boolean named = proto != null || forwarded != null;
        if (!named || !trusts(request.remoteAddress())) {
            return request.secure();
        }
        return switch (scheme(proto, forwarded)) {
            case "https", "wss" -> true;
            case "http", "ws" -> false;
            default -> request.secure();
        };
    }

    /** Whether what comes from that address is believed. */
    boolean trusts(String address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** The first of several is what the proxy nearest to the client wrote. */
    private static String scheme(@Nullable String proto, @Nullable String forwarded) {
        if (proto != null) {
            return first(proto).toLowerCase(Locale.ROOT);
        }
        for (String pair : first(String.valueOf(forwarded)).split(";", 16)) {
            String plain = pair.strip().toLowerCase(Locale.ROOT);
            if (plain.startsWith("proto=")) {
                return plain.substring("proto=".length()).replace("\"", "");
            }
        }
        return "";
    }

    private static String first(String list) {
        int comma = list.indexOf(',');
        return (comma < 0 ? list : list.substring(0, comma)).strip();
    }
}
