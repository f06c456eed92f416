package io.homeport;

/**
 * A setting of the container's own that Homeport sees to, and what it has come to.
 *
 * @param container the container and its version, as in {@code Tomcat 11.0.25}
 * @param value what is in force
 * @param expected what it should be and why it is not; empty where all is as it should be
 */
public record ContainerSetting(String container, String name, String value, String expected) {

    /** The route that a container shows in its session ids, and the one that it should show. */
    public static ContainerSetting route(String container, String value, String expected) {
        String why = value.equals(expected) ? "" : expected + "; set by the container's own configuration, left alone";
        return new ContainerSetting(container, "container route", value, why);
    }

    String words() {
        String shown = value.isEmpty() ? "\"\"" : value;
        return expected.isEmpty() ? shown : shown + " (expected: " + expected + ")";
    }

    String json() {
        return new JsonText()
                .field("container", container)
                .field("setting", name)
                .field("value", value)
                .field("expected", expected)
                .object();
    }

    /** The line that tells of it. */
    @Override
    public String toString() {
        return container + ": " + name + " " + words();
    }
}
