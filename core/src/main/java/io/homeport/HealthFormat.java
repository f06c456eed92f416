package io.homeport;

/** The dialects that a health answer can be written in. */
public enum HealthFormat {
    /** MicroProfile Health 4: {@code {"status","checks"}} and no other root key. */
    MICROPROFILE("microprofile", "application/json"),
    /** draft-inadarei-api-health-check-06: {@code {"status":"pass"}} and more. */
    HEALTH_JSON("health+json", "application/health+json"),
    /** Symphony Agent server: a boolean for each dependency, and the version. */
    SYMPHONY("symphony", "application/json"),
    /** Axway API Gateway: {@code <status>ok</status>}. */
    XML("xml", "text/xml"),
    /** Flynet Server: a page that a balancer searches for words. */
    HTML("html", "text/html"),
    /** The state's words alone. */
    TEXT("text", "text/plain");

    private static final HealthFormat[] ALL = values();

    private final String key;
    private final String mediaType;

    HealthFormat(String key, String mediaType) {
        this.key = key;
        this.mediaType = mediaType;
    }

    String key() {
        return key;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isJson() {
        return mediaType.endsWith("json");
    }

    /** All of them, without a copy; not to be written to. */
    static HealthFormat[] all() {
        return ALL;
    }
}
