package io.homeport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers health probes from pre-rendered answers; nothing is checked while a prober waits. */
final class HealthPolicy {

    /** One path that is answered, and with what question. */
    private record Endpoint(String path, HealthQuestion question) {}

    private final Endpoint[] endpoints;
    private final HealthSettings settings;
    private final Node node;
    private final Map<NodeState, HealthAnswers> answers = new EnumMap<>(NodeState.class);

    HealthPolicy(Configuration configuration, Node node) {
        this.settings = configuration.health();
        this.node = node;
        this.endpoints = endpoints(settings.paths());
        for (NodeState state : NodeState.values()) {
            answers.put(state, new HealthAnswers(configuration, state));
        }
    }

    private static Endpoint[] endpoints(List<String> paths) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String path : paths) {
            endpoints.add(new Endpoint(path, HealthQuestion.READY));
        }
        String first = paths.get(0).endsWith("/")
                ? paths.get(0).substring(0, paths.get(0).length() - 1)
                : paths.get(0);
        for (HealthQuestion question : HealthQuestion.values()) {
            endpoints.add(new Endpoint(first + question.suffix(), question));
        }
        return endpoints.toArray(new Endpoint[0]);
    }

    /** The answer to a probe, null where the request is none. */
    @Nullable
    Answer answer(RequestView request) {
        CharSequence path = request.path();
        int start = request.applicationPathStart();
        for (Endpoint endpoint : endpoints) {
            if (isAt(path, 0, endpoint.path) || (start > 0 && isAt(path, start, endpoint.path))) {
                return isProbe(request) ? answer(request, endpoint.question) : null;
            }
        }
        return null;
    }

    private static boolean isAt(CharSequence path, int start, String expected) {
        if (path.length() - start != expected.length()) {
            return false;
        }
        for (int i = expected.length() - 1; i >= 0; i--) {
            if (path.charAt(start + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isProbe(RequestView request) {
        return request.hasMethod("GET") || request.hasMethod("HEAD") || request.hasMethod("OPTIONS");
    }

    private Answer answer(RequestView request, HealthQuestion question) {
        NodeState state = node.state();
        Answer answer = Objects.requireNonNull(answers.get(state)).answer(question, format(request));
        int asked = question == HealthQuestion.READY ? ProberStatus.of(request.query(), state) : ProberStatus.NONE;
        return asked == ProberStatus.NONE ? answer : answer.withStatus(asked);
    }

    /** The format that Accept names first; weights are left aside, no prober sends any. */
    private HealthFormat format(RequestView request) {
        String header = request.header("Accept");
        String accept = header == null ? "" : header.toLowerCase(Locale.ROOT);
        HealthFormat named = settings.format();
        int first = accept.length();
        for (HealthFormat format : HealthFormat.values()) {
            int at = accept.indexOf(format.mediaType());
            if (at >= 0 && at < first) {
                first = at;
                named = format;
            }
        }
        return named;
    }
}
