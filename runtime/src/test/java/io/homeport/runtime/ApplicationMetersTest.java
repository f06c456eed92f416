package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The Micrometer of this class path stands for the application's. */
@Timeout(30)
final class ApplicationMetersTest {

    @Test
    void theMetersAreInTheApplicationsRegistryForAsLongAsTheNodeIsOpen() {
        MeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try (OpenNode open = OpenNode.of()) {
            open.node.applicationStarted();
            Gauge active = null;
            while (active == null) {
                active = registry.find("homeport.state").tag("state", "active").gauge();
                Thread.onSpinWait();
            }

            assertThat(active.value()).isOne();
            assertThat(registry.get("homeport.requests")
                            .tag("decision", "pass")
                            .functionCounter()
                            .count())
                    .isZero();
        } finally {
            Metrics.removeRegistry(registry);
        }
        assertThat(Metrics.globalRegistry.getMeters()).isEmpty();
    }

    @Test
    void anApplicationWithoutMicrometerGetsNone() {
        assertThat(ApplicationMeters.of(ClassLoader.getPlatformClassLoader())).isNull();
    }
}
