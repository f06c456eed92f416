package io.homeport.contract;

/**
 * One line of the table in docs/containers.md, but for what the tests see there.
 *
 * @param container its name and line
 * @param version as published
 * @param surface how Homeport comes in
 */
record MatrixCell(String container, String version, int jdk, String protocol, String surface) {

    @Override
    public String toString() {
        return surface + " in " + container + " (" + version + "), JDK " + jdk + ", " + protocol;
    }
}
