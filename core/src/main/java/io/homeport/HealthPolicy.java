package io.homeport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers health probes with what is written already; nothing is checked while a prober waits. */
final class HealthPolicy {

    /** One path that is answered, and with what question. */
    private record Endpoint(String path, HealthQuestion question) {}

    private final Configuration configuration;
    private final HealthSettings settings;
    private final Endpoint[] endpoints;
    private final Node node;
    // Replaced when the node or a check of it says something else; a thread that comes late does so a second time.
    private volatile HealthAnswers answers;

    HealthPolicy(Configuration configuration, Node node) {
        this.configuration = configuration;
        this.settings = configuration.health();
        this.node = node;
        this.endpoints = endpoints(settings);
        this.answers = new HealthAnswers(configuration, HealthMoment.of(node));
    }

    private static Endpoint[] endpoints(HealthSettings settings) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String path : settings.paths()) {
            endpoints.add(new Endpoint(path, HealthQuestion.READY));
        }
        String first = settings.firstPath();
        String base = first.endsWith("/") ? first.substring(0, first.length() - 1) : first;
        for (HealthQuestion question : HealthQuestion.values()) {
            endpoints.add(new Endpoint(base + question.suffix(), question));
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
        note(request);
        HealthAnswers now = current();
        HealthFormat format = AcceptedFormat.of(request.header("Accept"), settings.format());
        if (question != HealthQuestion.READY) {
            return now.answer(question, format);
        }
        NodeState state = now.moment().state();
        int asked = ProberStatus.of(request.query(), state);
        int status = asked == ProberStatus.NONE ? settings.status(state) : asked;
        if (format != HealthFormat.HTML) {
            return now.ready(format, status);
        }
        // Only the page tells how many are free, and to count them is the containers' work.
        return now.page(status, state == NodeState.ACTIVE ? node.sessions().free() : Sessions.UNLIMITED);
    }

    private HealthAnswers current() {
        HealthAnswers current = answers;
        if (!current.moment().isNow(node)) {
            current = new HealthAnswers(configuration, HealthMoment.of(node));
            answers = current;
        }
        return current;
    }

    /** A balancer may say in its probe what it makes of this node. */
    private void note(RequestView request) {
        @Nullable String view = request.header(BalancerViews.HEADER);
        if (view != null && configuration.trustedProxies().trusts(request.remoteAddress())) {
            node.balancers().saw(view);
        }
    }
}
