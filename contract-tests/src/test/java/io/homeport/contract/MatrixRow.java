package io.homeport.contract;

import java.util.List;

/**
 * What the tests saw in a cell.
 *
 * @param adapter what Homeport called the container it is active on
 */
record MatrixRow(MatrixCell cell, String adapter, String result) {

    String line() {
        return String.join(
                " | ",
                "| " + cell.container(),
                cell.version(),
                String.valueOf(cell.jdk()),
                cell.protocol(),
                cell.surface(),
                adapter,
                result + " |");
    }

    /** The container that a line of the table is about. */
    static String containerOf(String line) {
        return line.split("\\|", -1)[1].strip();
    }

    /** The cell that a line of the table is about, as that line names it: its first five columns. */
    static String cellOf(String line) {
        List<String> columns = List.of(line.split("\\|", -1));
        return String.join("|", columns.subList(0, 6));
    }
}
