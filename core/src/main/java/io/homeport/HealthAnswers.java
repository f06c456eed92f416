package io.homeport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The answers to every question, in every format, for one state of one node. */
final class HealthAnswers {
    private final Configuration configuration;
    private final NodeState state;
    private final Map<HealthQuestion, Map<HealthFormat, Answer>> answers = new EnumMap<>(HealthQuestion.class);

    HealthAnswers(Configuration configuration, NodeState state) {
        this.configuration = configuration;
        this.state = state;
        for (HealthQuestion question : HealthQuestion.values()) {
            Map<HealthFormat, Answer> rendered = new EnumMap<>(HealthFormat.class);
            for (HealthFormat format : HealthFormat.values()) {
                rendered.put(format, render(question, format));
            }
            answers.put(question, rendered);
        }
    }

    Answer answer(HealthQuestion question, HealthFormat format) {
        return Objects.requireNonNull(
                Objects.requireNonNull(answers.get(question)).get(format));
    }

    private Answer render(HealthQuestion question, HealthFormat format) {
        int status = question.status(state, configuration.health());
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", format.mediaType() + ";charset=utf-8"));
        headers.add(new Header("Cache-Control", "no-store"));
        headers.add(new Header("Homeport-Node", configuration.node().id()));
        headers.add(new Header("Homeport-State", state.key()));
        if (state == NodeState.ON_HOLD) {
            headers.add(new Header("x-envoy-degraded", "true"));
        }
        if (state == NodeState.STOPPING) {
            headers.add(new Header("x-envoy-immediate-health-check-fail", "true"));
        }
        boolean up = status < 400;
        return new Answer(status, headers, format == HealthFormat.TEXT ? text(question, up) : microProfile(up));
    }

    private String text(HealthQuestion question, boolean up) {
        return switch (question) {
            case READY -> state.words();
            case LIVE -> "LIVE";
            case STARTED -> up ? "STARTED" : state.words();
        };
    }

    private String microProfile(boolean up) {
        String status = up ? "UP" : "DOWN";
        NodeSettings node = configuration.node();
        JsonText data = new JsonText().field("node", node.id()).field("state", state.key());
        if (!node.version().isEmpty()) {
            data.field("version", node.version());
        }
        JsonText check =
                new JsonText().field("name", "homeport").field("status", status).raw("data", data.object());
        return new JsonText()
                .field("status", status)
                .raw("checks", "[" + check.object() + "]")
                .object();
    }
}
