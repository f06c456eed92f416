package io.homeport.runtime;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the daemon threads of one purpose. */
final class DaemonThreads {
    private DaemonThreads() {}

    static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = make(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            // The maker may be a request thread of a web application; its loader must not be kept alive from here.
            thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
            return thread;
        };
    }

    /** On behalf of nobody: the maker's access control context and inheritable thread locals would keep its loader alive. */
    @SuppressWarnings("removal")
    private static Thread make(Runnable work, String name) {
        return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> new Thread(null, work, name, 0, false));
    }
}
