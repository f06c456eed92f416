package io.homeport.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A server that Debian's package has installed, and whose service nobody has started.
 *
 * @param line the releases that it is of; which one exactly changes with every update of the system
 */
record DebianPackage(String name, Path home, String line) implements Origin {

    @Override
    public String version() {
        return line;
    }

    @Override
    public String shown(String text) {
        return text.replaceAll(Pattern.quote(line) + "\\.\\S+", line);
    }

    @Override
    public boolean isThere() {
        return SystemPackage.isThere(name, Files.isDirectory(home), "the cells of " + name);
    }
}
