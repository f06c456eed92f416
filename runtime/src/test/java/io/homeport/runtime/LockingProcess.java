package io.homeport.runtime;

import java.io.IOException;
import java.nio.file.Path;

/** Takes the lock of a file, says its fence and waits to be killed. */
final class LockingProcess {
    private LockingProcess() {}

    public static void main(String[] arguments) throws IOException {
        FileRoleLock lock = new FileRoleLock(Path.of(arguments[0]));
        System.out.println(lock.hold());
        System.in.read();
        lock.close();
    }
}
