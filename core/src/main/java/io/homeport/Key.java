package io.homeport;

/**
 * Every configuration key with a fixed name. {@code peer.ID.url} and {@code peer.ID.external-url} are read by
 * {@link PeerReader}.
 */
enum Key {
    CONFIG("config", "", "a .properties, .yaml or .yml file that can be read"),
    STRICT("strict", "true", "true or false"),
    NODE_ID("node.id", "", "1 to 32 of A-Z a-z 0-9 _"),
    NODE_URL("node.url", "", "http(s)://host[:port][/path]"),
    NODE_EXTERNAL_URL("node.external-url", "", "http(s)://host[:port][/path]"),
    NODE_VERSION("node.version", "", "any text"),
    NODE_ROLE("node.role", "primary", "primary or backup"),
    ROLE_LOCK("role.lock", "", "file:/path, jdbc:URL or redis://host[:port][/database]"),
    ROLE_LOCK_LEASE("role.lock.lease", "10s", "a duration of 1s to 5m, such as 10s"),
    PRESET("preset", "", Preset.NAMES),
    NODE_START_STATE("node.start-state", "active", "active or on-hold"),
    PEERS("peers", "", "id=http(s)://host[:port] entries, separated by ; or blanks"),
    PEERS_PROBE_INTERVAL("peers.probe.interval", "2s", "a duration of 100ms to 1h, such as 2s"),
    PEERS_PROBE_TIMEOUT("peers.probe.timeout", "1s", "a duration of 10ms to 1m, such as 1s"),
    HEALTH_PATHS(
            "health.paths",
            "/health",
            "paths that start with / and hold no ; ? # or %, and besides these * if need be"),
    HEALTH_FORMAT("health.format", "microprofile", "microprofile, health+json, symphony, xml, html or text"),
    HEALTH_STATUS_STARTING("health.status.starting", "503", "a status of 200 to 599"),
    HEALTH_STATUS_ACTIVE("health.status.active", "200", "a status of 200 to 599"),
    HEALTH_STATUS_ON_HOLD("health.status.on-hold", "503", "a status of 200 to 599"),
    HEALTH_STATUS_FULL("health.status.full", "503", "a status of 200 to 599"),
    HEALTH_STATUS_BACKUP("health.status.backup", "503", "a status of 200 to 599"),
    HEALTH_STATUS_FAILING("health.status.failing", "503", "a status of 200 to 599"),
    HEALTH_STATUS_STOPPING("health.status.stopping", "503", "a status of 200 to 599"),
    AGENT_CHECK_PORT("health.agent-check.port", "off", "off or a port of 0 to 65535"),
    SESSION_MAX("session.max", "unlimited", "unlimited or a number of 1 to 999999999"),
    COOKIE_NAME("affinity.cookie.name", "HOMEPORT", "a cookie name (RFC 6265 token) that no session cookie has"),
    COOKIE_VALUE("affinity.cookie.value", "node", "node or session.node"),
    COOKIE_PATH("affinity.cookie.path", "/", "a path that starts with / and holds no ; or control character"),
    COOKIE_DOMAIN("affinity.cookie.domain", "", "a domain name"),
    COOKIE_SECURE("affinity.cookie.secure", "auto", "auto, true or false"),
    COOKIE_HTTP_ONLY("affinity.cookie.http-only", "true", "true or false"),
    COOKIE_SAME_SITE("affinity.cookie.same-site", "Lax", "Lax, Strict, None or unset"),
    COOKIE_PARTITIONED("affinity.cookie.partitioned", "false", "true or false"),
    COOKIE_MAX_AGE("affinity.cookie.max-age", "session", "session or a duration of 1s or more, such as 8h"),
    CONTAINER_ROUTE("affinity.container-route", "false", "true or false"),
    STATELESS_PATHS("stateless-paths", "", "patterns such as /ping, /static/* or *.css"),
    FOREIGN_ACTION("foreign.action", "redirect", "redirect or serve"),
    FOREIGN_OWNER_DOWN("foreign.owner-down", "adopt", "adopt or refuse"),
    HOLD_ACTION("hold.action", "redirect", "redirect or refuse"),
    HOLD_LAST("hold.last", "serve", "serve or refuse"),
    HOLD_FILE("hold.file", "", "a path; while a file is there the node is on hold"),
    STOP_NOTICE("stop.notice", "0s", "a duration of 0s to 1h, such as 20s"),
    DNS_TTL("dns.ttl", "0", "keep, or seconds of 0 to 86400, or a duration such as 30s"),
    DNS_NEGATIVE_TTL("dns.negative-ttl", "0", "keep, or seconds of 0 to 86400, or a duration such as 10s"),
    TRUSTED_PROXIES(
            "trusted-proxies",
            "127.0.0.0/8 ::1/128 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 169.254.0.0/16 fc00::/7 fe80::/10",
            "IP addresses or networks such as 10.0.0.0/8"),
    MANAGEMENT_PORT("management.port", "off", "off or a port of 0 to 65535"),
    MANAGEMENT_ADDRESS("management.address", "127.0.0.1", "a host name or IP address"),
    MANAGEMENT_TOKEN("management.token", "", "a token of visible ASCII characters without blanks");

    private static final Key[] ALL = values();

    private final String name;
    private final String fallback;
    private final String expected;

    Key(String name, String fallback, String expected) {
        this.name = name;
        this.fallback = fallback;
        this.expected = expected;
    }

    String key() {
        return name;
    }

    String fallback() {
        return fallback;
    }

    String expected() {
        return expected;
    }

    /** Whether the value must never be shown. */
    boolean secret() {
        return this == MANAGEMENT_TOKEN || this == ROLE_LOCK;
    }

    Problem problem(String value) {
        return new Problem(name, secret() ? "***" : value, expected);
    }

    static Key[] all() {
        return ALL;
    }

    static Key ofStatus(NodeState state) {
        return switch (state) {
            case STARTING -> HEALTH_STATUS_STARTING;
            case ACTIVE -> HEALTH_STATUS_ACTIVE;
            case FULL -> HEALTH_STATUS_FULL;
            case BACKUP -> HEALTH_STATUS_BACKUP;
            case FAILING -> HEALTH_STATUS_FAILING;
            case ON_HOLD -> HEALTH_STATUS_ON_HOLD;
            case STOPPING -> HEALTH_STATUS_STOPPING;
        };
    }
}
