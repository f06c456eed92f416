package io.homeport.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    @Test
    void elsewhereThanOnATerminalThereIsOnePlainLineASecond() {
        Screen screen = new Screen(out, false);
        screen.say("Begin");
        for (int ms : new int[] {0, 100, 900, 1000, 1900, 2100}) {
            screen.show(picture(ms));
        }

        assertThat(bytes.toString(UTF_8).lines().map(line -> line.substring(0, 5)))
                .containsExactly("Begin", "  0.0", "  1.0", "  2.1");
        assertThat(bytes.toString(UTF_8)).doesNotContain("\033");
    }

    @Test
    void onATerminalThePictureIsRedrawnBelowTheNews() {
        Screen screen = new Screen(out, true);
        screen.show(picture(0));
        int height = picture(0).lines().size();
        bytes.reset();

        screen.say("News");
        screen.show(picture(100));
        screen.show(picture(200));

        assertThat(bytes.toString(UTF_8))
                .startsWith("\033[" + height + "A\033[JNews\n")
                .containsOnlyOnce("News")
                .contains("0.1 s", "0.2 s");
        assertThat(bytes.toString(UTF_8).split("\033\\[J", -1)).hasSize(3);
    }

    private static Picture picture(int ms) {
        Totals nothing = new Totals(
                new Totals.Sessions(0, 0, 0, Map.of()),
                new Totals.Requests(0, Map.of(), Map.of()),
                new Totals.OnHold(0, 0));
        return new Picture(Duration.ofMillis(ms), List.of(), nothing, new Ink(false));
    }
}
