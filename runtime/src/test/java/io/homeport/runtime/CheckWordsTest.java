package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cannot reach jdbc:mysql://u:hunter2@h/db?password=hunter2 | cannot reach jdbc:***",
                "\"jdbc:sqlserver://h;user=sa;password=hun ter2;x=y\" | \"jdbc:***",
                "refused by redis://:hunter2@h:1/x | refused by redis://***@h:1/x",
                "http://u:hun/ter2@h and more | http://***@h and more",
                "bad dbPassword = hunter2, really | bad dbPassword =***",
                "{\"api_token\": \"hunter2\"} | {\"api_token\":***",
                "password authentication failed for user \"x\" | password authentication failed for user \"x\"",
            })
    void whatMayBeAPasswordIsLeftOut(String text, String line) {
        assertThat(CheckWords.line(text)).isEqualTo(line);
    }

    @Test
    void whatAServerWroteIsOneShortPrintableLine() {
        assertThat(CheckWords.line(" \u001b[31mred\r\n\r\ncheck db: up\u0000 \u00e4\u4e2d "))
                .isEqualTo("?[31mred check db: up? ??");
        assertThat(CheckWords.line("x".repeat(100_000))).hasSize(160).endsWith("x...");
        assertThat(CheckWords.line("")).isEmpty();
    }

    @Test
    void anErrorIsNamedWithItsCause() {
        SQLException error = new SQLException("timed out", new IllegalStateException("refused"));

        assertThat(CheckWords.of(new InvocationTargetException(error)))
                .isEqualTo("SQLException: timed out (IllegalStateException: refused)");
        assertThat(CheckWords.of(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(CheckWords.of(new NoClassDefFoundError("javax/sql/DataSource")))
                .isEqualTo("not in this run-time image: javax.sql.DataSource");
    }
}
