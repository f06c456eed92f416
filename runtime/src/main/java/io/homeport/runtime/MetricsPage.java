package io.homeport.runtime;

import io.homeport.Meters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** The meters as Prometheus reads them. This class alone knows Micrometer, which is loaded when the page is first asked for. */
final class MetricsPage implements Meters.Sink {
    /** The text format of Prometheus. */
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters;
    // Micrometer warns of a meter that is handed to it again.
    private final Set<Meters.Name> known = new HashSet<>();

    MetricsPage(Meters meters) {
        this.meters = meters;
    }

    /** The page of now, with the meters that have come since the last. */
    synchronized String text() {
        meters.describe(this);
        return registry.scrape(TYPE);
    }

    @Override
    public void gauge(String name, List<Meters.Label> labels, DoubleSupplier value) {
        if (known.add(new Meters.Name(name, labels))) {
            Gauge.builder(name, value::getAsDouble)
                    .description(Meters.description(name))
                    .tags(tags(labels))
                    .register(registry);
        }
    }

    @Override
    public void counter(String name, List<Meters.Label> labels, DoubleSupplier value) {
        if (known.add(new Meters.Name(name, labels))) {
            // Micrometer holds the object weakly: one that stays.
            FunctionCounter.builder(name, this, page -> value.getAsDouble())
                    .description(Meters.description(name))
                    .tags(tags(labels))
                    .register(registry);
        }
    }

    private static List<Tag> tags(List<Meters.Label> labels) {
        List<Tag> tags = new ArrayList<>(labels.size());
        for (Meters.Label label : labels) {
            tags.add(Tag.of(label.name(), label.value()));
        }
        return tags;
    }
}
