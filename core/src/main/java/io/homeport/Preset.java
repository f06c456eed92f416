package io.homeport;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a product's balancers already expect, as values of other keys; any key that is set explicitly wins. The products'
 * own pages are named with each.
 */
final class Preset {
    static final String NAMES = "symphony-agent, axway-gateway, genesys-ors, flynet or tibco-gateway";

    private Preset() {}

    /** The values by key; null where there is no preset of that name. */
    static @Nullable Map<String, String> settings(String name) {
        return switch (name) {
            // Symphony, "Agent Server High Availability": the health check of the VIP; its DNS times are the defaults
            // here.
            case "symphony-agent" -> Map.of("health.paths", "/agent/v2/HealthCheck", "health.format", "symphony");
            // Axway, "Configure API Gateway high availability": the health check policy at its default URL.
            case "axway-gateway" -> Map.of("health.paths", "/healthcheck", "health.format", "xml");
            // Genesys Orchestration Server, "Load Balancing": a heartbeat of which the status alone counts, 503 for a
            // backup unless configured, and a cookie of which httpd reads what follows the dot.
            case "genesys-ors" ->
                Map.of(
                        "health.paths", "/heartbeat",
                        "health.format", "text",
                        "affinity.cookie.name", "ORSSESSIONID",
                        "affinity.cookie.value", "session.node");
            // Flynet, "Server Load Balancing": a server that is held or full still gives its page, of which the
            // balancer reads
            // the words; an HTTP error is for one that is offline.
            case "flynet" ->
                Map.of(
                        "health.paths", "/FVTerm/FVHealth.aspx",
                        "health.format", "html",
                        "health.status.on-hold", "200",
                        "health.status.full", "200");
            // TIBCO API Exchange Gateway, "Load Balancing Core Engines": a ping, for which the page gives no path.
            case "tibco-gateway" -> Map.of("health.paths", "/ping", "health.format", "text");
            default -> null;
        };
    }
}
