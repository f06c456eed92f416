package io.homeport.contract.bench;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/** Requests that take their time, and ways in which one can end. */
final class FlightPaths {
    private static final Semaphore LANDINGS = new Semaphore(0);
    private static final int LARGE = 4_000_000;

    private FlightPaths() {}

    static void serve(String way, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (way) {
            case "wait" -> {
                LANDINGS.acquireUninterruptibly();
                ContractServlet.write(response, "waited");
            }
            case "wait-async" -> {
                AsyncContext async = request.startAsync();
                async.setTimeout(0);
                new Thread(() -> finish(async)).start();
            }
            case "land" -> {
                LANDINGS.release();
                ContractServlet.write(response, "landed");
            }
            case "time-out" -> request.startAsync().setTimeout(50);
            case "throw-async" -> {
                request.startAsync().setTimeout(50);
                throw new IllegalStateException("thrown as asked");
            }
            case "throw-error" -> throw new AssertionError("thrown as asked");
            case "large" -> response.getOutputStream().write(new byte[LARGE]);
            default -> response.sendError(404, "no such way");
        }
    }

    private static void finish(AsyncContext async) {
        LANDINGS.acquireUninterruptibly();
        try {
            ContractServlet.write((HttpServletResponse) async.getResponse(), "waited");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            async.complete();
        }
    }
}
