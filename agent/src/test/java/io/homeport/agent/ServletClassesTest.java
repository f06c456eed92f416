package io.homeport.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServletClassesTest {
    private final ServletClasses servlets = new ServletClasses();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void nothingIsLookedAtBeforeTheServletApiShowsUp() {
        assertThat(servlets.mayHold(bytes("(Ljakarta/servlet/ServletConfig;)V")))
                .isFalse();
        servlets.note("jakarta/servlet/Filter");
        assertThat(servlets.mayHold(bytes("(Ljakarta/servlet/ServletConfig;)V")))
                .isTrue();
        assertThat(servlets.mayHold(bytes("(Ljavax/servlet/ServletConfig;)V"))).isFalse();
        servlets.note("javax/servlet/http/HttpServlet");
        assertThat(servlets.mayHold(bytes("(Ljavax/servlet/ServletConfig;)V"))).isTrue();
    }

    @Test
    void nothingIsLookedAtOnceItIsNotNeeded() {
        servlets.note("jakarta/servlet/Filter");
        servlets.stop();
        assertThat(servlets.mayHold(bytes("(Ljakarta/servlet/ServletConfig;)V")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "(Ljakarta/servlet/ServletRequest;Ljakarta/servlet/ServletResponse;)V, true",
        "(Ljakarta/servlet/ServletRequest;Ljakarta/servlet/ServletResponse;Ljakarta/servlet/FilterChain;)V, true",
        "(Ljakarta/servlet/FilterConfig;)V, true",
        "(Ljakarta/servlet/ServletContext;)V, false",
        "(Ljakarta/servlet/ServletRequest;)V, false",
        "(Ljakarta/servlet/http/HttpServletRequest;Ljakarta/servlet/http/HttpServletResponse;)V, false",
    })
    void onlyWhatNamesAMethodOfTheirsMayHoldOne(String descriptor, boolean holds) {
        servlets.note("jakarta/servlet/Filter");
        assertThat(servlets.mayHold(bytes("x" + descriptor + "y"))).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 18, 19, 255, 4096})
    void textIsFoundWhereverItLies(int before) {
        BytePattern pattern = new BytePattern("(Ljakarta/servlet/");
        String rest = "(Ljakarta/".repeat(before).substring(0, before);
        assertThat(pattern.isIn(bytes(rest + "(Ljakarta/servlet/"))).isTrue();
        assertThat(pattern.isIn(bytes(rest + "(Ljakarta/servlet/" + rest))).isTrue();
        assertThat(pattern.isIn(bytes(rest + "(Ljakarta/servlet"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "(, false",
        "(Ljakarta/servlet, false",
        "Ljakarta/servlet/, false",
        "(Ljakarta/servlets/, false",
        "\u00e9\u00ff(Ljakarta/servlet/\u00ff, true",
        "((Ljakarta/servlet/, true",
    })
    void textIsTakenAsItIs(String text, boolean found) {
        assertThat(new BytePattern("(Ljakarta/servlet/").isIn(bytes(text))).isEqualTo(found);
    }
}
