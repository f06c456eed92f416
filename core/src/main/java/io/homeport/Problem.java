package io.homeport;

/** One thing wrong with the configuration, in the house's form {@code name: value (expected: …)}. */
public record Problem(String name, String value, String expected) {

    @Override
    public String toString() {
        return name + ": " + (value.isEmpty() ? "\"\"" : value) + " (expected: " + expected + ")";
    }
}
