package io.homeport;

/** Writes a JSON object (RFC 8259), field by field; for the few small documents that a node gives of itself. */
final class JsonText {
    private final StringBuilder out = new StringBuilder("{");

    JsonText field(String name, String value) {
        return raw(name, quote(value));
    }

    JsonText field(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /** A field whose value is JSON already. */
    JsonText raw(String name, String json) {
        if (out.length() > 1) {
            out.append(',');
        }
        out.append(quote(name)).append(':').append(json);
        return this;
    }

    String object() {
        return out + "}";
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 127 || Character.isSurrogate(c)) {
                quoted.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
