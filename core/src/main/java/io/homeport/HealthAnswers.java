package io.homeport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answers to every question in every format at one moment of one node: each is written when it is first asked for, and
 * then given to everybody. Thread-safe; two threads may write the same answer at a time, which does no harm.
 */
final class HealthAnswers {

    /** The answer that tells how many sessions are free, for as long as it is true. */
    private record Counted(int free, boolean up, Answer answer) {}

    /** The answers to one question in one format; each null until it is asked for. */
    private static final class Both {
        private volatile @Nullable Answer up;
        private volatile @Nullable Answer down;
    }

    private final Configuration configuration;
    private final HealthMoment moment;
    private final Map<HealthQuestion, Map<HealthFormat, Both>> written = new EnumMap<>(HealthQuestion.class);
    // Replaced when the number of free sessions has changed.
    private volatile @Nullable Counted counted;

    HealthAnswers(Configuration configuration, HealthMoment moment) {
        this.configuration = configuration;
        this.moment = moment;
        for (HealthQuestion question : HealthQuestion.values()) {
            Map<HealthFormat, Both> formats = new EnumMap<>(HealthFormat.class);
            for (HealthFormat format : HealthFormat.all()) {
                formats.put(format, new Both());
            }
            written.put(question, formats);
        }
    }

    HealthMoment moment() {
        return moment;
    }

    /** The answer to a question other than readiness: neither configuration nor prober names its status. */
    Answer answer(HealthQuestion question, HealthFormat format) {
        return written(question, format, moment.status(question, configuration.health()) < 400);
    }

    /** Readiness with that status, and a body that agrees with it. */
    Answer ready(HealthFormat format, int status) {
        return written(HealthQuestion.READY, format, status < 400).withStatus(status);
    }

    /**
     * Readiness as Flynet's page.
     *
     * @param free how many more sessions the node takes
     */
    Answer page(int status, int free) {
        boolean up = status < 400;
        @Nullable Counted known = counted;
        if (known == null || known.free != free || known.up != up) {
            HealthBody body = new HealthBody(configuration.node(), moment, HealthQuestion.READY, up, free);
            known = new Counted(free, up, write(HealthFormat.HTML, body));
            counted = known;
        }
        return known.answer.withStatus(status);
    }

    private Answer written(HealthQuestion question, HealthFormat format, boolean up) {
        Both both = Objects.requireNonNull(
                Objects.requireNonNull(written.get(question)).get(format));
        @Nullable Answer known = up ? both.up : both.down;
        if (known != null) {
            return known;
        }
        Answer answer = write(format, new HealthBody(configuration.node(), moment, question, up, Sessions.UNLIMITED));
        if (up) {
            both.up = answer;
        } else {
            both.down = answer;
        }
        return answer;
    }

    /** With the status that is usual, so that most answers are sent as they were written. */
    private Answer write(HealthFormat format, HealthBody body) {
        int usual = moment.status(body.question(), configuration.health());
        int status = usual < 400 == body.up() && Answer.hasBody(usual) ? usual : body.up() ? 200 : 503;
        return new Answer(status, headers(format), body.in(format));
    }

    private List<Header> headers(HealthFormat format) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", format.mediaType() + ";charset=utf-8"));
        headers.add(new Header("Cache-Control", "no-store"));
        headers.add(new Header("Homeport-Node", configuration.node().id()));
        headers.add(new Header("Homeport-State", moment.state().key()));
        if (moment.state() == NodeState.FULL || moment.state() == NodeState.ON_HOLD) {
            headers.add(new Header("x-envoy-degraded", "true"));
        }
        if (moment.state() == NodeState.STOPPING) {
            headers.add(new Header("x-envoy-immediate-health-check-fail", "true"));
        }
        return headers;
    }
}
