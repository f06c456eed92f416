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

    private static String withoutParameters(String path) {
        int semicolon = path.indexOf(';');
        return semicolon < 0 ? path : path.substring(0, semicolon);
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
