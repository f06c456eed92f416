package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * An IP network in CIDR notation. Parses literals itself: the JDK's address class would be loaded, and its name look-up
 * policy fixed, before the DNS keys take effect.
 */
record Network(long high, long low, int prefix) {
    private static final long IPV4_MAPPED = 0xffff_0000_0000L;

    /** The network that {@code text} writes, an address alone being a network of one, or null when it is none. */
    static @Nullable Network parse(String text) {
        int slash = text.indexOf('/');
        long[] bits = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        if (bits.length == 0) {
            return null;
        }
        int offset = text.indexOf(':') < 0 ? 96 : 0;
        int prefix = 128;
        if (slash >= 0) {
            String digits = text.substring(slash + 1);
            if (!Durations.isInteger(digits) || Integer.parseInt(digits) > 128 - offset) {
                return null;
            }
            prefix = offset + Integer.parseInt(digits);
        }
        return new Network(bits[0], bits[1], prefix);
    }

    /** Whether the address literal lies in this network; a text that is no literal does not. */
    boolean contains(String address) {
        long[] bits = IpLiteral.parse(address);
        return bits.length != 0 && contains(bits);
    }

    private boolean contains(long[] bits) {
        long highMask = prefix >= 64 ? -1L : prefix == 0 ? 0 : -1L << (64 - prefix);
        long lowMask = prefix <= 64 ? 0 : -1L << (128 - prefix);
        return ((bits[0] ^ high) & highMask) == 0 && ((bits[1] ^ low) & lowMask) == 0;
    }

    static boolean isLoopback(String host) {
        long[] bits = IpLiteral.parse(host);
        if (bits.length == 0) {
            return host.equalsIgnoreCase("localhost");
        }
        boolean v4 = bits[0] == 0 && (bits[1] >>> 24) == ((IPV4_MAPPED >>> 24) | 127);
        return v4 || (bits[0] == 0 && bits[1] == 1);
    }
}
