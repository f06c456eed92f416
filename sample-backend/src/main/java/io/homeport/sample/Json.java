package io.homeport.sample;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the few shapes of JSON the application answers with, without the start-up cost of a library. */
final class Json {
    record Member(String name, Object value) {}

    private Json() {}

    static Member member(String name, Object value) {
        return new Member(name, value);
    }

    /** An object with the members in the order given; values are texts, numbers, booleans or collections of them. */
    static String object(Member... members) {
        return Stream.of(members)
                .map(member -> quoted(member.name()) + ":" + value(member.value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(Json::value).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        return text.codePoints().mapToObj(Json::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        if (character == '"' || character == '\\') {
            return "\\" + (char) character;
        }
        return character < ' ' ? String.format("\\u%04x", character) : Character.toString(character);
    }
}
