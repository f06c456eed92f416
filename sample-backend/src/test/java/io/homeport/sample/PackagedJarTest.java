package io.homeport.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The self-contained jar, as its own process. Runs after packaging. */
final class PackagedJarTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource
    void startsQuietlyServesAndStopsWhenTold(ServerKind kind) throws Exception {
        Process process = java("--port", "0", "--server", kind.toString(), "--context", "/shop");
        try {
            BufferedReader out = process.inputReader(UTF_8);
            fillsACart(kind, out.readLine());
            // By its handle: Process.destroy would close what is read below.
            process.toHandle().destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines()).as("everything else it printed").isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void fillsACart(ServerKind kind, String ready) {
        assertThat(ready).matches("Sample backend on " + kind + " is ready at http://localhost:\\d+/shop/");
        Browser user = new Browser(ready.replaceAll(".* at (.*)/shop/", "$1"));
        user.post("/shop/login", "user=ann");
        assertThat(user.post("/shop/cart", "item=tea").body())
                .matches("\\{\"user\":\"ann\",\"items\":\\[\"tea\"],\"node\":\"" + kind + "\\d+\"}\\s");
    }

    private static Process java(String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(java.toString(), "-jar", System.getProperty("sample-backend.jar"));
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true).start();
    }
}
