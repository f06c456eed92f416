package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(40)
final class ReadinessChecksTest {
    private static final ClassLoader LOADER = ReadinessChecksTest.class.getClassLoader();

    /** Looks twice a second, and waits for that many looks. */
    private static final class Beat {
        private final CountDownLatch looks;

        Beat(OpenNode open, int looks) {
            this.looks = new CountDownLatch(looks);
            open.node.readiness().add("beat", LOADER, () -> {
                this.looks.countDown();
                return "well";
            });
        }

        void await() throws InterruptedException {
            looks.await();
        }
    }

    private static Set<String> threads(String start) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(start))
                .collect(Collectors.toSet());
    }

    @Test
    void aCheckThatHangsForEverHoldsOneThreadAndHoldsUpNoOther() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger hanging = new AtomicInteger();
        try (OpenNode open = OpenNode.of(
                "health.check.hang.application=true",
                "health.check.hang.interval=100ms",
                "health.check.hang.timeout=50ms",
                "health.check.beat.application=true",
                "health.check.beat.interval=100ms")) {
            open.node.readiness().add("hang", LOADER, () -> {
                hanging.incrementAndGet();
                awaitDeafly(end);
                return "never";
            });
            assertThat(open.lineWith("check hang: down")).endsWith("(no result after 50ms; still running)");
            new Beat(open, 10).await();

            assertThat(hanging).hasValue(1);
            assertThat(threads("homeport-check-")).hasSizeLessThanOrEqualTo(2);
        }
        end.countDown();
    }

    private static void awaitDeafly(CountDownLatch end) {
        boolean ended = false;
        while (!ended) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException e) {
                // Deaf on purpose.
                ended = false;
            }
        }
    }

    @Test
    void anApplicationsCheckFailsTheNodeAndRecoversIt() throws InterruptedException {
        boolean[] well = {false};
        try (OpenNode open = OpenNode.of("health.check.Own.application=true", "health.check.Own.interval=100ms")) {
            open.node.applicationStarted();
            open.node.readiness().add("Own", LOADER, () -> {
                assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(LOADER);
                if (!well[0]) {
                    throw new IllegalStateException("no licence");
                }
                return "licensed";
            });
            assertThat(open.lineWith("check Own: down")).endsWith("(IllegalStateException: no licence)");
            open.lineWith("active -> failing");
            well[0] = true;
            open.lineWith("failing -> active");
        }
    }

    @Test
    void anApplicationsCheckThatTheConfigurationDoesWithoutIsNotRun() throws InterruptedException {
        try (OpenNode open = OpenNode.of(
                "health.check.off.application=false",
                "health.check.beat.application=true",
                "health.check.beat.interval=100ms")) {
            AtomicInteger looks = new AtomicInteger();
            open.node.readiness().add("off", LOADER, () -> "look " + looks.incrementAndGet());
            new Beat(open, 3).await();

            assertThat(looks).hasValue(0);
        }
    }

    @Test
    void twoChecksOfOneNameAreToldApartAndANameIsMadeToFit() throws InterruptedException {
        try (OpenNode open = OpenNode.of()) {
            List<String> names = new ArrayList<>();
            for (String name : new String[] {"a b", "a_b", "a".repeat(40), ""}) {
                open.node.readiness().add(name, LOADER, () -> {
                    throw new IllegalStateException("x");
                });
            }
            for (int i = 0; i < 4; i++) {
                names.add(open.lineWith("check ").replace(": down (IllegalStateException: x)", ""));
            }
            assertThat(names)
                    .containsExactlyInAnyOrder("check a_b", "check a_b-2", "check " + "a".repeat(29), "check check");
        }
    }

    @Test
    void aClosedNodeRunsNoCheck() throws InterruptedException {
        OpenNode open = OpenNode.of("health.check.a.tcp=127.0.0.1:1");
        open.lineWith("check a: down");

        open.close();
        open.node.readiness().add("late", LOADER, () -> "well");

        while (!threads("homeport-check").isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theClockOfTheNodeIsShared() throws InterruptedException {
        try (OpenNode open = OpenNode.of("health.check.a.tcp=127.0.0.1:1")) {
            open.lineWith("check a: down");

            assertThat(threads("homeport-check-clock")).isEmpty();
        }
    }
}
