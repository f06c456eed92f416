package io.homeport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of all sources laid over one another; made of known keys only. */
record Values(Map<String, String> fixed, Map<String, String> peerValues, Map<String, String> checkValues) {

    static Values merge(List<Source> sources, List<Problem> problems) {
        Values merged = new Values(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Source source : sources) {
            for (Map.Entry<String, String> entry : source.values().entrySet()) {
                merged.add(source, entry.getKey(), entry.getValue().strip(), problems);
            }
        }
        return merged;
    }

    private void add(Source source, String name, String value, List<Problem> problems) {
        if (PeerReader.isPeerKey(name)) {
            peerValues.putIfAbsent(name, value);
        } else if (CheckReader.isCheckKey(name)) {
            checkValues.putIfAbsent(name, value);
        } else if (isKnown(name)) {
            fixed.putIfAbsent(name, value);
        } else {
            Key nearest = nearest(name);
            String shown = nearest.secret() ? "***" : value;
            problems.add(
                    new Problem(name, shown, "a known key; nearest: " + nearest.key() + "; from " + source.name()));
        }
    }

    /** Lays the values below all others. */
    void addBelow(Map<String, String> values) {
        values.forEach(fixed::putIfAbsent);
    }

    private static boolean isKnown(String name) {
        for (Key key : Key.all()) {
            if (key.key().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** What is set for the key, null where it is not set or set to nothing. */
    @Nullable
    String get(Key key) {
        String value = fixed.get(key.key());
        return value == null || value.isEmpty() ? null : value;
    }

    /** The entries of a list separated by blanks or semicolons. */
    static List<String> list(String text) {
        List<String> entries = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean separator = i == text.length() || text.charAt(i) == ';' || Character.isWhitespace(text.charAt(i));
            if (separator && start >= 0) {
                entries.add(text.substring(start, i));
                start = -1;
            } else if (!separator && start < 0) {
                start = i;
            }
        }
        return entries;
    }

    /** What a header field carries unchanged. */
    static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    private static Key nearest(String name) {
        String plain = name.startsWith("HOMEPORT_") ? name.substring("HOMEPORT_".length()) : name;
        Key nearest = Key.CONFIG;
        int best = Integer.MAX_VALUE;
        for (Key key : Key.all()) {
            int distance = distance(fold(plain), fold(key.key()));
            if (distance < best) {
                best = distance;
                nearest = key;
            }
        }
        return nearest;
    }

    private static String fold(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', '.').replace('-', '.');
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[b.length()];
    }

    /** The names alone: some values are secret. */
    @Override
    public String toString() {
        return fixed.keySet() + " " + peerValues.keySet() + " " + checkValues.keySet();
    }
}
