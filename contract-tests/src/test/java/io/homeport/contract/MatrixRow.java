package io.homeport.contract;

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

    /** The JDK that a line of the table is about. */
    static int jdkOf(String line) {
        return Integer.parseInt(line.split("\\|", -1)[3].strip());
    }
}
