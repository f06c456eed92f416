package io.homeport;

/** Address literals as 128 bits: IPv4 as IPv4-mapped IPv6 (RFC 4291 2.5.5.2), IPv6 in any form of RFC 4291 2.2. */
final class IpLiteral {
    private static final long[] NONE = {};

    private IpLiteral() {}

    /** High and low 64 bits, or an empty array when {@code text} is no literal. Brackets and a zone are understood. */
    static long[] parse(String text) {
        String plain = text;
        if (plain.startsWith("[") && plain.endsWith("]")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        int zone = plain.indexOf('%');
        if (zone >= 0) {
            plain = plain.substring(0, zone);
        }
        if (plain.indexOf(':') < 0) {
            long v4 = v4(plain);
            return v4 < 0 ? NONE : new long[] {0, 0xffff_0000_0000L | v4};
        }
        return v6(plain);
    }

    private static long v4(String text) {
        long value = 0;
        int start = 0;
        for (int i = 0; i < 4; i++) {
            int end = i == 3 ? text.length() : text.indexOf('.', start);
            int octet = end < 0 ? -1 : number(text, start, end, 10);
            // A leading zero means octal to some readers and nothing to others.
            boolean octal = end - start > 1 && text.charAt(start) == '0';
            if (octet < 0 || octet > 255 || octal) {
                return -1;
            }
            value = (value << 8) | octet;
            start = end + 1;
        }
        return value;
    }

    private static long[] v6(String text) {
        int gap = text.indexOf("::");
        int[] head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        int[] tail = groups(gap < 0 ? "" : text.substring(gap + 2), true);
        int written = head.length + tail.length;
        boolean bad = contains(head, -1) || contains(tail, -1) || (gap < 0 ? written != 8 : written > 7);
        if (bad) {
            return NONE;
        }
        long[] bits = new long[2];
        for (int i = 0; i < 8; i++) {
            int fromEnd = i - (8 - tail.length);
            int group = i < head.length ? head[i] : fromEnd >= 0 ? tail[fromEnd] : 0;
            bits[i / 4] = (bits[i / 4] << 16) | group;
        }
        return bits;
    }

    private static boolean contains(int[] groups, int value) {
        for (int group : groups) {
            if (group == value) {
                return true;
            }
        }
        return false;
    }

    /** The 16-bit groups; -1 stands for one that is none. A dotted IPv4 address, at the end only, counts as two. */
    private static int[] groups(String text, boolean atEnd) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        long v4 = atEnd ? v4(parts[parts.length - 1]) : -1;
        int[] groups = new int[v4 < 0 ? parts.length : parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            groups[i] = parts[i].length() > 4 ? -1 : number(parts[i], 0, parts[i].length(), 16);
        }
        if (v4 >= 0) {
            groups[parts.length - 1] = (int) (v4 >>> 16);
            groups[parts.length] = (int) (v4 & 0xffff);
        }
        return groups;
    }

    private static int number(String text, int start, int end, int radix) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0 || value > 0xffff) {
                return -1;
            }
            value = value * radix + digit;
        }
        return end > start ? value : -1;
    }
}
