package io.homeport.agent;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process behind a PID, looked at before the JDK attaches: it knocks with SIGQUIT, which ends a process that does not
 * expect it.
 */
record TargetProcess(long pid) {
    private static final int SIGQUIT = 3;

    /** What was expected of a process that cannot be attached to, null where nothing speaks against it. */
    @Nullable
    String objection() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty() || !process.get().isAlive()) {
            return "a process that runs; there is none";
        }
        if (pid == ProcessHandle.current().pid()) {
            return "a JVM other than the one of this command";
        }
        String user = process.get().info().user().orElse("");
        String own = ProcessHandle.current().info().user().orElse("");
        if (!user.equals(own) && !own.equals("root") && !user.isEmpty()) {
            return "a JVM of user " + own + "; it belongs to " + user;
        }
        try {
            return isJvm() ? quitObjection() : "a JVM; this process is none";
        } catch (AccessDeniedException e) {
            return "a JVM of the same user; " + e.getMessage() + " cannot be read";
        } catch (IOException e) {
            return "a process that runs; " + e;
        }
    }

    private boolean isJvm() throws IOException {
        // A JVM started with -XX:-UsePerfData is on no list.
        Path maps = proc("maps");
        return RunningJvms.contain(String.valueOf(pid)) || (Files.exists(maps) && mapsJvm(maps));
    }

    private static boolean mapsJvm(Path maps) throws IOException {
        for (String line : Files.readAllLines(maps)) {
            if (line.endsWith("/libjvm.so") || line.contains("/libj9vm")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String quitObjection() throws IOException {
        Path status = proc("status");
        boolean deaf = Files.exists(status) && !catchesQuit(Files.readAllLines(status));
        boolean listens = Files.exists(proc("root/tmp/.java_pid" + pid));
        return deaf && !listens ? "a JVM that takes SIGQUIT; it is just starting, or was started with -Xrs" : null;
    }

    private static boolean catchesQuit(List<String> status) {
        for (String line : status) {
            if (line.startsWith("SigCgt:")) {
                long caught = Long.parseUnsignedLong(
                        line.substring("SigCgt:".length()).strip(), 16);
                return (caught >> (SIGQUIT - 1) & 1) == 1;
            }
        }
        return true;
    }

    private Path proc(String name) {
        return Path.of("/proc", String.valueOf(pid), name);
    }
}
