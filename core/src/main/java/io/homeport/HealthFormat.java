package io.homeport;

/** The dialects that a health answer can be written in. */
public enum HealthFormat {
    /** MicroProfile Health 4: {@code {"status","checks"}} and no other root key. */
    MICROPROFILE("microprofile", "application/json"),
    /** The state's words alone. */
    TEXT("text", "text/plain");

    private final String key;
    private final String mediaType;

    HealthFormat(String key, String mediaType) {
        this.key = key;
        this.mediaType = mediaType;
    }

    String key() {
        return key;
    }

    /** What an {@code Accept} header must name to get this format. */
    String mediaType() {
        return mediaType;
    }
}
