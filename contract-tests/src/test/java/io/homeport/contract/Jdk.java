package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK of this machine. */
record Jdk(Path home, int version) {

    static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The newest other one from 17 on that lies beside the running one. */
    static Optional<Jdk> other() {
        Path siblings = running().home().getParent();
        try (Stream<Path> homes = Files.list(siblings)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .flatMap(home -> of(home).stream())
                    .filter(jdk -> jdk.version >= 17 && jdk.version != running().version)
                    .max(Comparator.comparingInt(Jdk::version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Jdk> of(Path home) {
        try {
            List<String> release = Files.readAllLines(home.resolve("release"));
            return release.stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> new Jdk(home, feature(line)))
                    .findFirst();
        } catch (IOException e) {
            // A JDK describes itself in that file; what has none is no choice.
            return Optional.empty();
        }
    }

    private static int feature(String line) {
        return Runtime.Version.parse(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                .feature();
    }

    String java() {
        return home.resolve("bin/java").toString();
    }
}
