package io.homeport.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The head of a request in HPACK (RFC 7541), every field a literal that enters no table and is not squeezed: what a test
 * writes is what goes onto the wire, however wrong it is.
 */
final class HeaderBlock {
    // Their places in the static table; Tomcat takes no such name as a literal.
    private static final int AUTHORITY = 1;
    private static final int METHOD = 2;
    private static final int PATH = 4;
    private static final int SCHEME = 6;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private HeaderBlock() {}

    static byte[] of(Ask ask, String scheme) {
        HeaderBlock block = new HeaderBlock();
        String host = ask.value("Host");
        block.field(METHOD, ask.method());
        block.field(SCHEME, scheme);
        block.field(AUTHORITY, host.isEmpty() ? "localhost" : host);
        block.field(PATH, ask.target());
        ask.headers().forEach(block::header);
        if (ask.length() > 0) {
            block.field("content-length", String.valueOf(ask.length()));
        }
        return block.bytes.toByteArray();
    }

    private void header(String header) {
        int colon = header.indexOf(':');
        String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = header.substring(colon + 2);
        if (name.equals("cookie")) {
            // As browsers do (RFC 9113, section 8.2.3).
            for (String pair : value.split("; ", -1)) {
                field(name, pair);
            }
        } else if (!name.equals("host")) {
            field(name, value);
        }
    }

    private void field(int name, String value) {
        bytes.write(name);
        text(value);
    }

    private void field(String name, String value) {
        bytes.write(0);
        text(name);
        text(value);
    }

    private void text(String text) {
        byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
        length(content.length);
        bytes.writeBytes(content);
    }

    /** An integer with a prefix of seven bits (section 5.1). */
    private void length(int length) {
        if (length < 127) {
            bytes.write(length);
            return;
        }
        bytes.write(127);
        int rest = length - 127;
        while (rest >= 128) {
            bytes.write(rest % 128 | 128);
            rest /= 128;
        }
        bytes.write(rest);
    }
}
