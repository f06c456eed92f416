package io.homeport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a health answer says in its body, in each dialect.
 *
 * @param up whether the status that goes with it is below 400
 * @param free how many more sessions the node takes, {@link Sessions#UNLIMITED} where that is not told
 */
record HealthBody(NodeSettings node, HealthMoment moment, HealthQuestion question, boolean up, int free) {
    /** The two names that Symphony's Agent server always tells, in its own order. */
    private static final List<String> SYMPHONY_NAMES = List.of("podConnectivity", "keyManagerConnectivity");

    String in(HealthFormat format) {
        return switch (format) {
            case MICROPROFILE -> microProfile();
            case HEALTH_JSON -> healthJson();
            case SYMPHONY -> symphony();
            case XML -> "<status>" + (up ? "ok" : moment.state().key()) + "</status>";
            case HTML -> flynet();
            case TEXT -> words(moment.state().words());
        };
    }

    /** Only readiness depends on them. */
    private List<CheckStatus> checks() {
        return question == HealthQuestion.READY ? moment.checks() : List.of();
    }

    private String words(String ofState) {
        return switch (question) {
            case READY -> ofState;
            case LIVE -> "LIVE";
            case STARTED -> moment.starting() ? NodeState.STARTING.words() : "STARTED";
        };
    }

    /** MicroProfile Health 4.0, "JSON schema": two root keys, and in each check three. */
    private String microProfile() {
        JsonText data = new JsonText()
                .field("node", node.id())
                .field("state", moment.state().key());
        if (!node.version().isEmpty()) {
            data.field("version", node.version());
        }
        List<String> all = new ArrayList<>();
        all.add(check("homeport", up, data));
        for (CheckStatus check : checks()) {
            all.add(check(check.name(), !check.isDown(), new JsonText().field("why", check.why())));
        }
        return new JsonText()
                .field("status", upOrDown(up))
                .raw("checks", array(all))
                .object();
    }

    private static String check(String name, boolean up, JsonText data) {
        return new JsonText()
                .field("name", name)
                .field("status", upOrDown(up))
                .raw("data", data.object())
                .object();
    }

    private static String upOrDown(boolean up) {
        return up ? "UP" : "DOWN";
    }

    /** draft-inadarei-api-health-check-06, 3 and 4: pass and warn go with 2xx and 3xx, fail with 4xx and 5xx. */
    private String healthJson() {
        String status = up ? isWell() ? "pass" : "warn" : "fail";
        JsonText json = new JsonText().field("status", status);
        if (!node.version().isEmpty()) {
            json.field("version", node.version());
        }
        json.field("serviceId", node.id());
        if (!status.equals("pass")) {
            json.field("output", moment.state().words().toLowerCase(Locale.ROOT));
        }
        JsonText state = new JsonText()
                .field("componentType", "system")
                .field("observedValue", moment.state().key())
                .field("status", status);
        JsonText checks = new JsonText().raw("homeport:state", "[" + state.object() + "]");
        for (CheckStatus check : checks()) {
            checks.raw(check.name(), "[" + healthJson(check) + "]");
        }
        return json.raw("checks", checks.object()).object();
    }

    /** Whether there is nothing at all to warn of. */
    private boolean isWell() {
        for (CheckStatus check : checks()) {
            if (check.isDown()) {
                return false;
            }
        }
        return question != HealthQuestion.READY || moment.state() == NodeState.ACTIVE;
    }

    private static String healthJson(CheckStatus check) {
        return switch (check.condition()) {
            case UP -> new JsonText().field("status", "pass").object();
            case UNKNOWN ->
                new JsonText()
                        .field("status", "warn")
                        .field("output", check.why())
                        .object();
            case DOWN ->
                new JsonText()
                        .field("status", "fail")
                        .field("output", check.why())
                        .object();
        };
    }

    /** Symphony, "Agent Server High Availability". */
    private String symphony() {
        JsonText json = new JsonText();
        for (String name : SYMPHONY_NAMES) {
            boolean fine = up;
            for (CheckStatus check : checks()) {
                fine = check.name().equals(name) ? !check.isDown() : fine;
            }
            json.raw(name, String.valueOf(fine));
        }
        for (CheckStatus check : checks()) {
            if (!SYMPHONY_NAMES.contains(check.name()) && !check.name().equals("version")) {
                json.raw(check.name(), String.valueOf(!check.isDown()));
            }
        }
        return json.field("version", node.version()).object();
    }

    /** The page of "Flynet Server Load Balancing", whose opening title tag has lost its angle bracket there. */
    private String flynet() {
        return """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml">
                <head><title>
                 Check Health
                </title></head>
                <body>
                    <div>
                         Server=<span id="lblStatus">%s</span>
                    </div>
                </body>
                </html>
                """.formatted(words(flynetWords()));
    }

    private String flynetWords() {
        return switch (moment.state()) {
            case ACTIVE -> free == Sessions.UNLIMITED ? "ACTIVE" : "ACTIVE \u2013 " + free + " Sessions Available";
            case FULL -> "ALL SESSIONS IN USE";
            default -> moment.state().words();
        };
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }
}
