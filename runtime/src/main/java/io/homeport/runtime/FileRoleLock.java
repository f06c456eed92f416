package io.homeport.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a file: the operating system takes it back when the process ends, however it ends. The file holds the number of
 * the last holder. It is opened once, for on POSIX the end of any channel of a process frees all its locks of that file.
 */
final class FileRoleLock implements RoleLock {
    private static final int LONGEST = 20;

    private final Path path;
    private @Nullable FileChannel channel;
    private @Nullable Object key;
    private boolean locked;
    private long fence;

    FileRoleLock(Path path) {
        this.path = path;
    }

    @Override
    public long hold() throws IOException {
        if (channel != null && !Objects.equals(key, keyOfPath())) {
            // Somebody took the file away or put another in its place, which others may lock.
            close();
        }
        if (channel == null) {
            open();
        }
        FileChannel file = Objects.requireNonNull(channel);
        if (!locked && isLocked(file)) {
            take(file);
        }
        return locked ? fence : NOT_HELD;
    }

    private void take(FileChannel file) throws IOException {
        try {
            fence = next(file);
            locked = true;
        } catch (IOException e) {
            // A lock without a number is for others to take.
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        key = keyOfPath();
    }

    private @Nullable Object keyOfPath() throws IOException {
        return Files.exists(path)
                ? Files.readAttributes(path, BasicFileAttributes.class).fileKey()
                : null;
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another instance in this very JVM.
            return false;
        }
    }

    /** Counts the number in the file up. */
    private static long next(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LONGEST);
        file.read(content, 0);
        String text = new String(content.array(), 0, content.position(), US_ASCII).strip();
        long next = text.matches("[0-9]{1,18}") ? Long.parseLong(text) + 1 : 1;
        // Never shorter than what was there, so that a full disk loses no number.
        int length = file.write(ByteBuffer.wrap((next + "\n").getBytes(US_ASCII)), 0);
        file.truncate(length);
        file.force(false);
        return next;
    }

    @Override
    public void release() throws IOException {
        close();
    }

    @Override
    public void close() throws IOException {
        locked = false;
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
