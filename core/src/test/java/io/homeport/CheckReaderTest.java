package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckReaderTest {

    @Test
    void aCheckHasItsTargetAndTheDefaults() {
        assertThat(checks("health.check.db.tcp=db.example.com:5432"))
                .containsExactly(new CheckSettings(
                        "db",
                        new CheckTarget.Tcp("db.example.com", 5432),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        1,
                        2,
                        true));
    }

    @Test
    void everyKindOfTargetIsRead() {
        assertThat(checks(
                        "health.check.a.url=https://x/ping?a=b",
                        "health.check.a.status=200-399",
                        "health.check.a.body=pong",
                        "health.check.b.datasource=java:comp/env/jdbc/db",
                        "health.check.c.disk=/var/my data 500MB",
                        "health.check.d.deadlock=true",
                        "health.check.e.request-pool=95%",
                        "health.check.f.application=true",
                        "health.check.g.application=false"))
                .extracting(CheckSettings::target)
                .containsExactly(
                        new CheckTarget.Url(URI.create("https://x/ping?a=b"), 200, 399, "pong"),
                        new CheckTarget.Datasource("java:comp/env/jdbc/db"),
                        new CheckTarget.Disk("/var/my data", 500_000_000),
                        new CheckTarget.Deadlock(),
                        new CheckTarget.RequestPool(95),
                        new CheckTarget.OfApplication(true),
                        new CheckTarget.OfApplication(false));
    }

    @Test
    void aCheckThatAnApplicationBringsHasTheDefaultsAndIsShownUnlessItIsOff() {
        CheckSettings brought = checks("health.check.own.application=true").get(0);

        assertThat(CheckSettings.ofApplication("own")).isEqualTo(brought);
        assertThat(TestNode.of("health.check.own.application=true")
                        .node
                        .checks()
                        .all())
                .hasSize(1);
        assertThat(TestNode.of("health.check.own.application=false")
                        .node
                        .checks()
                        .all())
                .isEmpty();
    }

    @Test
    void timesThresholdsAndEffectAreRead() {
        CheckSettings check = checks(
                        "health.check.a-1.tcp=[::1]:1",
                        "health.check.a-1.interval=10s",
                        "health.check.a-1.timeout=50ms",
                        "health.check.a-1.rise=3",
                        "health.check.a-1.fall=4",
                        "health.check.a-1.affects=nothing")
                .get(0);

        assertThat(check)
                .isEqualTo(new CheckSettings(
                        "a-1",
                        new CheckTarget.Tcp("[::1]", 1),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50),
                        3,
                        4,
                        false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "health.check.a.tcp=db | health.check.a.tcp: db (expected: host:port)",
                "health.check.a.tcp=db:0 | health.check.a.tcp: db:0 (expected: host:port)",
                "health.check.a.tcp=db:1/x | health.check.a.tcp: db:1/x (expected: host:port)",
                "health.check.a.url=ftp://x | health.check.a.url: ftp://x",
                "health.check.a.url=http://u:p@x | health.check.a.url: http://u:p@x",
                "health.check.a.disk=/var | health.check.a.disk: /var",
                "health.check.a.disk=/var 5MiB | health.check.a.disk: /var 5MiB",
                "health.check.a.disk=/var -5MB | health.check.a.disk: /var -5MB",
                "health.check.a.deadlock=no | health.check.a.deadlock: no (expected: true)",
                "health.check.a.request-pool=101% | health.check.a.request-pool: 101%",
                "health.check.a.request-pool=50 | health.check.a.request-pool: 50",
                "health.check.a.application=on | health.check.a.application: on (expected: true or false)",
                "health.check.a.rise=1 | health.check.a: 1 keys (expected: one of .tcp",
                "health.check..tcp=x:1 | health.check.",
                "health.check.a b.tcp=x:1 | health.check.a b",
                "health.check.a.b.tcp=x:1 | health.check.a.b"
            })
    void aWrongCheckIsNamed(String line, String problem) {
        assertThat(TestNode.problems(line)).hasSize(1).first().asString().startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "interval=99ms",
        "interval=61m",
        "timeout=9ms",
        "rise=0",
        "fall=101",
        "fall=x",
        "affects=liveness",
        "status=99",
        "status=300-200",
        "status=2xx",
        "status=200-2000"
    })
    void aWrongSettingOfACheckIsNamed(String setting) {
        String key = "health.check.a." + setting;

        assertThat(TestNode.problems("health.check.a.url=http://x", key))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(key.replace("=", ": ") + " (expected: ");
    }

    @Test
    void twoTargetsAreAContradiction() {
        assertThat(TestNode.problems("health.check.a.tcp=x:1", "health.check.a.deadlock=true"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("health.check.a: 2 keys");
    }

    @Test
    void theEnvironmentKeepsTheNamesCase() {
        assertThat(Source.environment(Map.of("HOMEPORT_HEALTH_CHECK_myDb_REQUEST_POOL", "5%"))
                        .values())
                .containsEntry("health.check.myDb.request-pool", "5%");
    }

    private static List<CheckSettings> checks(String... lines) {
        return TestNode.valid(lines).health().checks();
    }
}
