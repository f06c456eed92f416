package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void wrongUsageIsExplainedInOneLine() {
        assertThat(execute("--keeep")).isEqualTo(2);
        assertThat(err.toString()).contains("--keeep").hasLineCount(1);
    }

    @Test
    void helpTellsWhatIsShown() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("--keep", "Exit code 1");
    }

    @Test
    void missingJarIsNamed(@TempDir Path empty) {
        assertThatThrownBy(() -> Theatre.open(new Artifacts(empty)))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining(empty.resolve("agent/target/homeport-agent.jar") + " (build it:");
    }

    private int execute(String argument) {
        return Demo.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(argument);
    }
}
