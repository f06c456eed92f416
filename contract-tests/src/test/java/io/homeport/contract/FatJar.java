package io.homeport.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Makes executable jars as Spring Boot's build plugins do, with Boot's own tools, once a test run. */
record FatJar(Boot boot, BootApplication application) {
    private static final String PACKAGE = "io.homeport.contract.bench.";
    private static final Map<FatJar, Path> MADE = new ConcurrentHashMap<>();

    /** The application with its libraries nested. */
    static Path of(Boot boot, BootApplication application) {
        return MADE.computeIfAbsent(new FatJar(boot, application), FatJar::made);
    }

    private Path made() {
        Path folder = Path.of("target", "boot", boot.name() + "-" + application.name())
                .toAbsolutePath();
        try {
            List<Path> libraries = boot.jars(application.libraries(boot));
            Path classes = compiled(folder, libraries);
            Path thin = jar(classes, folder.resolve("thin.jar"));
            Path fat = folder.resolve("app.jar");
            List<String> arguments =
                    new ArrayList<>(List.of(thin.toString(), fat.toString(), PACKAGE + application.main()));
            libraries.forEach(library -> arguments.add(library.toString()));
            repackage(folder, arguments.toArray(new String[0]));
            return fat;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path compiled(Path folder, List<Path> libraries) throws IOException {
        Path java = Files.createDirectories(folder.resolve("java"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> sources = new ArrayList<>();
        for (Path file : sources()) {
            String source = boot.adapted(Files.readString(file));
            sources.add(Files.writeString(java.resolve(file.getFileName()), source));
        }
        SmallCompiler.compile(sources, classes, libraries);
        return classes;
    }

    private List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>(list(BenchClasses.folder("boot")));
        sources.addAll(list(BenchClasses.folder("bench")));
        String main = application.main() + ".java";
        sources.removeIf(file -> file.toString().endsWith("Bench.java") && !file.endsWith(main));
        return sources;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
            }
        }
        return jar;
    }

    /** Boot's tools are of another version for each Boot, so each has a class loader of its own. */
    private void repackage(Path folder, String[] arguments) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("repackage"));
        SmallCompiler.compile(list(BenchClasses.folder("repackage")), classes, boot.loaderTools());
        List<URL> tools = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (Path jar : boot.loaderTools()) {
            tools.add(jar.toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(tools.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(PACKAGE + "Repackage")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no executable jar for " + boot + ": " + e, e);
        }
    }
}
