package io.homeport;

import java.util.List;

/** Path patterns: {@code /ping} exactly, {@code /static/*} and everything below, {@code *.css} by ending. */
public final class PathPatterns {
    private final List<String> patterns;

    PathPatterns(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    static boolean isPattern(String text) {
        int star = text.indexOf('*');
        if (star < 0) {
            return isPlainPath(text);
        }
        boolean prefix = text.endsWith("/*") && star == text.length() - 1;
        boolean ending = text.startsWith("*.") && text.indexOf('*', 1) < 0;
        return (prefix && isPlainPath(text.substring(0, star))) || (ending && isPlainPath("/" + text.substring(2)));
    }

    /** Starts with a slash and means the same to every server: no parameter, query, fragment or escape. */
    static boolean isPlainPath(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || ";?#%*\\".indexOf(c) >= 0) {
                return false;
            }
        }
        return text.startsWith("/");
    }

    /** Whether a pattern matches the raw path, path parameters aside. */
    boolean match(CharSequence rawPath) {
        if (patterns.isEmpty()) {
            return false;
        }
        String path = withoutParameters(rawPath.toString());
        for (String pattern : patterns) {
            if (matches(pattern, path)) {
                return true;
            }
        }
        return false;
    }

    /** Every segment may have parameters (RFC 3986 3.3), not the last alone. */
    private static String withoutParameters(String path) {
        if (path.indexOf(';') < 0) {
            return path;
        }
        StringBuilder plain = new StringBuilder(path.length());
        boolean parameter = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            parameter = c == ';' || (parameter && c != '/');
            if (!parameter) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean matches(String pattern, String path) {
        if (pattern.startsWith("*")) {
            return path.endsWith(pattern.substring(1));
        }
        if (pattern.endsWith("/*")) {
            String folder = pattern.substring(0, pattern.length() - 1);
            return path.startsWith(folder) || path.equals(folder.substring(0, folder.length() - 1));
        }
        return path.equals(pattern);
    }
}
