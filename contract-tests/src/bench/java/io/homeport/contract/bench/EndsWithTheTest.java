package io.homeport.contract.bench;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Ends a server that is not ours when the stdin it was started with closes, as our own mains do. */
public final class EndsWithTheTest implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Thread thread = new Thread(EndsWithTheTest::awaitEnd, "bench end");
        thread.setDaemon(true);
        thread.start();
    }

    /** A server may have put a stream of its own in the place of {@code System.in}. */
    private static void awaitEnd() {
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            while (in.read() >= 0) {
                // Nothing is said there; only the end counts.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
