package io.homeport.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Folders with all that is in them. */
final class Tree {
    private Tree() {}

    static void copy(Path from, Path to) throws IOException {
        copy(from, to, file -> true);
    }

    static void copy(Path from, Path to, Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(which).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The one folder that everything in the archive lies in, unpacked once and then found there. */
    static synchronized Path unpacked(Path zip, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            // What an interrupted run leaves behind must not pass for the whole.
            Path partly = Files.createDirectories(folder.getParent()).resolve(folder.getFileName() + ".part");
            try (InputStream bytes = Files.newInputStream(zip)) {
                unpack(new ZipInputStream(bytes), partly);
            }
            Files.move(partly, folder);
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> one = children.toList();
            if (one.size() != 1) {
                throw new IOException(zip + ": " + one + " (expected: one folder)");
            }
            return one.get(0);
        }
    }

    private static void unpack(ZipInputStream zip, Path folder) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException(entry.getName() + " leads out of its archive");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
