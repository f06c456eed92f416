package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md and {@link Key} together. */
final class DocumentationTest {
    private static final List<String> PEER_KEYS = List.of("peer.ID.url", "peer.ID.external-url");

    private record Row(String value, String meaning, String example) {}

    @Test
    void everyKeyHasARowWithItsDefaultAndNoRowIsWithoutAKey() throws IOException {
        Map<String, Row> rows = rows();

        List<String> known = new ArrayList<>(PEER_KEYS);
        for (CheckKey key : CheckKey.values()) {
            known.add("health.check.NAME." + key.key());
        }
        for (Key key : Key.all()) {
            known.add(key.key());
        }
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(known);
        for (Key key : Key.all()) {
            String written = Objects.requireNonNull(rows.get(key.key())).value();
            String expected = key.fallback().isEmpty() ? "[^`]*" : "`\\Q" + key.fallback() + "\\E`";
            assertThat(written).as(key.key()).matches(expected);
        }
    }

    @Test
    void everyExampleIsAValidConfiguration() throws IOException {
        for (Map.Entry<String, Row> row : rows().entrySet()) {
            String name = row.getKey().replace(".ID.", ".node2.");
            if (name.startsWith("health.check.")) {
                continue;
            }
            String example = row.getValue().example().replace("`", "").replace(name + "=", "");
            assertThat(row.getValue().meaning()).as(name).isNotEmpty();
            assertThat(row.getValue().example())
                    .as(name)
                    .startsWith("`" + row.getKey().replace(".ID.", ".node2.") + "=");
            if (name.equals("peer.node2.external-url")) {
                assertThat(TestNode.problems(name + "=" + example, "peer.node2.url=http://x"))
                        .isEmpty();
            } else if (name.equals("management.address")) {
                assertThat(TestNode.problems(name + "=" + example, "management.token=x"))
                        .isEmpty();
            } else {
                assertThat(TestNode.problems(name + "=" + example)).as(name).isEmpty();
            }
        }
    }

    private static Map<String, Row> rows() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/configuration.md"))) {
            String[] cells = line.split(" *\\| *", -1);
            if (line.startsWith("| `") && cells.length == 6) {
                Row before = rows.put(cells[1].replace("`", ""), new Row(cells[2], cells[3], cells[4]));
                assertThat(before).as(cells[1]).isNull();
            }
        }
        return rows;
    }
}
