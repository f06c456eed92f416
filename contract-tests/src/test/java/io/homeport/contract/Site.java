package io.homeport.contract;

import java.nio.file.Path;
import java.util.List;

/**
 * One start of a server: what it is given.
 *
 * @param base an empty folder, to hold everything that is not the server's own
 * @param application the contract application as an exploded web application
 * @param options what the JVM is to be started with, Homeport among it
 */
record Site(Path base, Path application, int port, Jdk jdk, List<String> options) {

    /** For the variables that start scripts take JVM options from. */
    String joinedOptions() {
        return String.join(" ", options);
    }
}
