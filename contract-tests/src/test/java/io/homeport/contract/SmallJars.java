package io.homeport.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs what tests compile. */
final class SmallJars {
    private SmallJars() {}

    /** A jar of the folders' files, and of others under names of their own. */
    static Path write(Path jar, Manifest manifest, List<Path> folders, Map<String, Path> others) throws IOException {
        Map<String, Path> entries = new TreeMap<>(others);
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> entries.put(folder.relativize(file).toString(), file));
            }
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                packed.putNextEntry(new ZipEntry(entry.getKey()));
                Files.copy(entry.getValue(), packed);
            }
        }
        return jar;
    }

    /** A manifest with these attributes. */
    static Manifest manifest(Map<String, String> attributes) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }
}
