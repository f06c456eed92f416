package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Compiles the contract application and the mains around it for each line of containers, once a test run. */
final class BenchClasses {
    private static final Path SOURCES = folder("bench");
    private static final Map<Line, Path> COMPILED = new ConcurrentHashMap<>();

    private BenchClasses() {}

    /** The folder with the classes. */
    static Path of(Line line) {
        return COMPILED.computeIfAbsent(line, BenchClasses::compiled);
    }

    /** Where the sources of that kind are. */
    static Path folder(String kind) {
        return Path.of("src", kind, "java", "io", "homeport", "contract", "bench")
                .toAbsolutePath();
    }

    private static Path compiled(Line line) {
        Path folder = Path.of("target", "benches", line.name().toLowerCase(Locale.ROOT))
                .toAbsolutePath();
        try {
            Path classes = Files.createDirectories(folder.resolve("classes"));
            SmallCompiler.compile(
                    sources(line, folder.resolve("java")),
                    classes,
                    Container.newestOf(line).jars());
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Line line, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> adapted = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (line.has(name)) {
                    adapted.add(Files.writeString(folder.resolve(name), line.adapted(Files.readString(file))));
                }
            }
        }
        return adapted;
    }
}
