package io.homeport.agent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text looked for in class files (Horspool): every class of a JVM is asked, so most bytes are never touched. */
final class BytePattern {
    private final byte[] pattern;
    private final byte[] shifts = new byte[256];

    /** @param text of ASCII characters, at most 127 */
    BytePattern(String text) {
        pattern = text.getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(shifts, (byte) pattern.length);
        for (int i = 0; i < pattern.length - 1; i++) {
            shifts[pattern[i] & 0xFF] = (byte) (pattern.length - 1 - i);
        }
    }

    boolean isIn(byte[] bytes) {
        int end = pattern.length - 1;
        while (end < bytes.length) {
            if (endsAt(bytes, end)) {
                return true;
            }
            end += shifts[bytes[end] & 0xFF];
        }
        return false;
    }

    private boolean endsAt(byte[] bytes, int end) {
        int start = end - pattern.length + 1;
        for (int i = pattern.length - 1; i >= 0; i--) {
            if (bytes[start + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
