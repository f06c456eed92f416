package io.homeport.contract;

import io.homeport.artifacts.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A server on Maven Central.
 *
 * @param artifact its coordinates up to the version
 */
record Published(String artifact, String version) implements Origin {

    static Published zip(String artifact, String version) {
        return new Published(artifact + ":zip", version);
    }

    static Published jar(String artifact, String version) {
        return new Published(artifact + ":jar", version);
    }

    /** The jar itself, or the folder that the archive holds. */
    @Override
    public Path home() {
        Path file = Artifacts.alone(artifact + ":" + version);
        if (artifact.endsWith(":jar")) {
            return file;
        }
        String name = file.getFileName().toString();
        try {
            return Tree.unpacked(file, Distribution.FOLDER.resolve(name.substring(0, name.length() - ".zip".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
