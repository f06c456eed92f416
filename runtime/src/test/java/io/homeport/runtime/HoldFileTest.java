package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.Configuration;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each look by hand. */
final class HoldFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anOperatorsReleaseStaysUntilTheFileComesAnew() throws IOException {
        Path path = Files.createFile(folder.resolve("hold"));
        Node node = node();
        HoldFile file = new HoldFile(path, node);
        file.run();
        assertThat(node.isHeld()).isTrue();

        node.apply(NodeEvent.RELEASE);
        file.run();
        assertThat(node.isHeld()).isFalse();

        Files.delete(path);
        file.run();
        Files.createFile(path);
        file.run();
        assertThat(node.isHeld()).isTrue();
    }

    @Test
    void aFileThatWasNeverThereReleasesNothing() {
        Node node = node();
        node.apply(NodeEvent.HOLD);
        new HoldFile(folder.resolve("hold"), node).run();

        assertThat(node.isHeld()).isTrue();
    }

    private static Node node() {
        Source source = new Source("test", Map.of("node.id", "node1"));
        return new Node(
                Objects.requireNonNull(
                        Configuration.read(List.of(source), "host").configuration()),
                line -> {});
    }
}
