package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/containers.md says nothing of a cell of this run but what was seen there: held to it in CI, which tells
 * which rows are missing, and rewritten elsewhere. The rows of cells that this run did not try, those of a soak or of another
 * JDK, stay. Runs after all others, see {@link ClassOrderer.OrderAnnotation} in junit-platform.properties.
 */
@Order(Integer.MAX_VALUE)
@Tag("table")
final class ContainersTableTest {
    private static final Path DOCS = Path.of("..", "docs", "containers.md");
    private static final String HEAD = """
            | container | version | JDK | protocol | Homeport as | it says it is active on | contract suite |
            |---|---|---|---|---|---|---|
            """;

    @Test
    void tableInTheDocsIsWhatTheTestsSaw() throws IOException {
        List<String> seen = Matrix.lines();
        assertThat(seen)
                .as("cells of this run; the table is checked by whole runs only")
                .isNotEmpty();
        String text = Files.readString(DOCS);
        int start = text.indexOf(HEAD) + HEAD.length();
        int end = text.indexOf("\n\n", start - 1) + 1;
        String table = table(seen, text.substring(start, end));
        if (System.getenv("CI") == null) {
            Files.writeString(DOCS, text.substring(0, start) + table + text.substring(end));
        } else {
            compare(seen, text.substring(start, end).lines().toList());
        }
    }

    private static void compare(List<String> seen, List<String> written) {
        Set<String> known = written.stream().map(MatrixRow::cellOf).collect(Collectors.toSet());
        List<String> told = seen.stream()
                .filter(row -> known.contains(MatrixRow.cellOf(row)))
                .toList();
        assertThat(written).containsAll(told);
        seen.stream()
                .filter(row -> !known.contains(MatrixRow.cellOf(row)))
                .forEach(row -> System.out.println("not in docs/containers.md yet: " + row));
    }

    /** What was seen, and of what is written the rows of other cells. */
    private static String table(List<String> seen, String written) {
        Set<String> cells = seen.stream().map(MatrixRow::cellOf).collect(Collectors.toSet());
        List<String> rows = new ArrayList<>(seen);
        written.lines().filter(row -> !cells.contains(MatrixRow.cellOf(row))).forEach(rows::add);
        return rows.stream().sorted().map(row -> row + "\n").collect(Collectors.joining());
    }
}
