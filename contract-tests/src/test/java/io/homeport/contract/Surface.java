package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Homeport comes into the JVM, and how it is given its configuration there. */
enum Surface {
    FILTER("filter", "servlet-filter/target/homeport-servlet-filter.jar"),
    JAVAX_FILTER("javax filter", "servlet-filter-javax/target/homeport-servlet-filter-javax.jar"),
    AGENT("agent", "agent/target/homeport-agent.jar"),
    /** The agent again, brought in by its own command when the application runs already. */
    LATE("agent, late", "agent/target/homeport-agent.jar"),
    /** The agent where it knows no container, so that the servlets and filters themselves are all that is left to it. */
    FALLBACK("agent's fallback", "agent/target/homeport-agent.jar");

    private final String title;
    private final Path jar;

    Surface(String title, String jar) {
        this.title = title;
        this.jar = Path.of("..", jar).toAbsolutePath().normalize();
    }

    String title() {
        return title;
    }

    Path jar() {
        return jar;
    }

    boolean isFilter() {
        return this == FILTER || this == JAVAX_FILTER;
    }

    /** Whether Homeport sees what one application sees, and nothing before or beside it. */
    boolean isWithinTheApplication() {
        return this != AGENT && this != LATE;
    }

    /** The JVM options that bring Homeport in with this configuration: init-params for a filter, a file for the agent. */
    List<String> options(Map<String, String> configuration) {
        return switch (this) {
            case AGENT -> List.of("-javaagent:" + jar + "=config=" + written(configuration));
            case FALLBACK -> List.of("-javaagent:" + UnawareAgent.of(jar) + "=config=" + written(configuration));
            case LATE -> List.of();
            case FILTER, JAVAX_FILTER -> {
                List<String> options = new ArrayList<>(List.of("-Dbench.filter=true"));
                configuration.forEach((key, value) -> options.add("-Dbench.init." + key + "=" + value));
                yield options;
            }
        };
    }

    static Path written(Map<String, String> configuration) {
        StringBuilder text = new StringBuilder();
        configuration.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        try {
            Path file = Files.createTempFile("homeport-contract", ".properties");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
