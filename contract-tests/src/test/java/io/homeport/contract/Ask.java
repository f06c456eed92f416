package io.homeport.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as it goes onto the wire; nothing is added that is not written here but {@code Host} and the length. */
record Ask(String method, String target, List<String> headers, int length) {

    static Ask get(String target) {
        return of("GET", target);
    }

    static Ask of(String method, String target) {
        return new Ask(method, target, List.of(), 0);
    }

    Ask header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new Ask(method, target, List.copyOf(more), length);
    }

    /** One more {@code Cookie} field. */
    Ask cookie(String pairs) {
        return header("Cookie", pairs);
    }

    /** A body of so many zeros. */
    Ask body(int bytes) {
        return new Ask(method, target, headers, bytes);
    }

    /** The first value of a header, empty for none. */
    String value(String name) {
        for (String header : headers) {
            if (header.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return header.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    byte[] body() {
        return new byte[length];
    }

    byte[] head() {
        StringBuilder head =
                new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        if (value("Host").isEmpty()) {
            head.append("Host: localhost\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (length > 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
