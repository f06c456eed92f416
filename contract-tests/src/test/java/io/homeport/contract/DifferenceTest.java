package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same requests with the agent and without it: the same answers to the byte, but for what the contract names. */
@Tag("soak")
final class DifferenceTest {

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_9_0", "TOMCAT_11_0", "JETTY_9_4", "JETTY_12_1_EE11", "UNDERTOW_2_2", "UNDERTOW_2_3"})
    void containersAnswerAlikeWithTheAgentAndWithout(Container container) {
        assertNoDifference(options -> container.start(Jdk.running(), options), VariedRequests.ofTheContract());
    }

    @ParameterizedTest
    @EnumSource
    void springBootAnswersAlikeWithTheAgentAndWithout(Boot boot) {
        List<String> requests = Stream.concat(VariedRequests.ofTheContract().stream(), VariedRequests.ofMvc().stream())
                .toList();
        assertNoDifference(
                options -> {
                    options.add("-Dserver.servlet.context-path=/app");
                    return boot.start(Jdk.running(), BootApplication.CONTRACT, options);
                },
                requests);
    }

    private static void assertNoDifference(Function<List<String>, ChildProcess> application, List<String> requests) {
        List<String> agent = Surface.AGENT.options(Map.of("node.id", "n1"));
        try (ChildProcess with = application.apply(new ArrayList<>(agent));
                ChildProcess without = application.apply(new ArrayList<>())) {
            PlainWire wireWith = new PlainWire(ApplicationNode.port(with.log()));
            PlainWire wireWithout = new PlainWire(ApplicationNode.port(without.log()));
            SoftAssertions all = new SoftAssertions();
            for (String request : requests) {
                String expected = comparable(wireWithout.exchange(request));
                all.assertThat(comparable(wireWith.exchange(request)))
                        .as(request.substring(0, Math.min(request.length(), 300)))
                        .isEqualTo(expected);
            }
            all.assertAll();
            assertThat(wireWith.exchange(requests.get(0))).startsWith("HTTP/1.1 200");
            assertThat(with.log().all()).noneMatch(line -> line.contains("requests go on to the application"));
        }
    }

    /** Without what differs from one run to the next, and without what comes with the affinity cookie. */
    private static String comparable(String answer) {
        return answer.lines()
                .filter(line -> !line.startsWith("Date:"))
                .filter(line -> !line.startsWith("Set-Cookie: HOMEPORT=n1;") && !line.equals("Cache-Control: private"))
                // Jetty 9.4 does not always know the context where a session is made on another thread.
                .map(line -> line.startsWith("Set-Cookie:") ? line.replaceFirst("; Path=/(app)?", "") : line)
                .map(line -> line.replaceAll("(?i)jsessionid=[^;?,]+", "session"))
                .map(line -> line.replaceAll("\"timestamp\":\"[^\"]*\"|<div id='created'>[^<]*", "now"))
                .reduce("", (text, line) -> text + line + "\n");
    }
}
