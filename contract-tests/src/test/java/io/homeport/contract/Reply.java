package io.homeport.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A response as it came off the wire.
 *
 * @param interim the 1xx statuses that came before it
 * @param headers name and value, in their order
 */
record Reply(List<Integer> interim, int status, List<String[]> headers, String body) {

    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (String[] header : headers) {
            if (header[0].equalsIgnoreCase(name)) {
                values.add(header[1]);
            }
        }
        return values;
    }

    /** The only value of a header, empty for none; a second one is an error. */
    String one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new AssertionError(name + " came " + values.size() + " times in " + this);
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** Whether one of the session cookies is set, as opposed to removed. */
    boolean setsSession() {
        return !cookie("JSESSIONID").isEmpty() || !cookie("SESSION").isEmpty();
    }

    /** The value that the response gives the cookie last, empty for none. */
    String cookie(String name) {
        String value = "";
        for (String field : all("Set-Cookie")) {
            String[] pair = field.split(";", 2)[0].split("=", 2);
            if (pair[0].equals(name)) {
                value = pair[1];
            }
        }
        return value;
    }

    /** How many fields set the cookie. */
    long cookies(String name) {
        return all("Set-Cookie").stream()
                .filter(field -> field.startsWith(name + "="))
                .count();
    }

    /** The attributes of a cookie by lower-case name. */
    Map<String, String> attributes(String name) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String field : all("Set-Cookie")) {
            if (field.startsWith(name + "=")) {
                String[] parts = field.split(";");
                Arrays.stream(parts, 1, parts.length).map(String::strip).forEach(part -> {
                    String[] pair = part.split("=", 2);
                    attributes.put(pair[0].toLowerCase(Locale.ROOT), pair.length == 1 ? "" : pair[1]);
                });
            }
        }
        return attributes;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("HTTP ").append(status).append('\n');
        headers.forEach(
                header -> text.append(header[0]).append(": ").append(header[1]).append('\n'));
        return text.append('\n').append(body, 0, Math.min(500, body.length())).toString();
    }
}
