package io.homeport.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.StringJoiner;

/** Asks the JVM for threads that wait for one another. */
final class DeadlockLook implements Look {

    @Override
    public Seen look() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] ids = threads.findDeadlockedThreads();
        if (ids == null) {
            return Seen.up("no deadlock");
        }
        StringJoiner names = new StringJoiner(", ");
        for (ThreadInfo thread : threads.getThreadInfo(ids)) {
            names.add(thread == null ? "?" : thread.getThreadName());
        }
        return Seen.down(ids.length + " threads in deadlock: " + names);
    }
}
