package io.homeport.sample;

import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A small but real stateful backend: {@code java -jar sample-backend.jar --port N [--server tomcat|jetty|undertow]
 * [--context /path] [--name NAME]}. It prints one line with its URL when it is ready and runs until it is told to stop.
 *
 * <ul>
 *   <li>{@code POST /login user=…}, {@code POST /cart item=…}, {@code GET /cart}, {@code POST /logout}: a cart in an
 *       {@code HttpSession}, whose id changes at the login
 *   <li>{@code POST /datafeed}, {@code GET /datafeed/{id}/read}, {@code DELETE /datafeed/{id}}: state whose id is in the URL
 *   <li>{@code GET /events?count=N}: server-sent events
 *   <li>{@code POST /upload}: a body of any size
 *   <li>{@code GET /ping}: no state at all
 *   <li>{@code GET /}: these, as curl lines
 * </ul>
 *
 * All are below the context path. Every answer of the application carries {@code X-Served-By: NAME}. Exit codes: 1 when the
 * server cannot start, 2 on wrong usage.
 */
final class SampleBackend {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private SampleBackend() {}

    public static void main(String[] arguments) {
        // The servers' own start-up lines say nothing a user of the sample needs.
        Logger.getLogger("").setLevel(Level.WARNING);
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(Options.class)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(SampleBackend::wrongUsage)
                .setExecutionStrategy(SampleBackend::run);
    }

    private static int wrongUsage(ParameterException problem, String[] arguments) {
        problem.getCommandLine().getErr().println("sample-backend: " + problem.getMessage() + " (see --help)");
        return WRONG_USAGE;
    }

    private static int run(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        CommandLine line = parsed.commandSpec().commandLine();
        Options options = line.getCommand();
        String problem = problem(options);
        if (problem != null) {
            throw new ParameterException(line, problem);
        }
        return serve(options, line);
    }

    private static @Nullable String problem(Options options) {
        if (options.port() < 0 || options.port() > 65535) {
            return "--port: " + options.port() + " (expected: 0 to 65535)";
        }
        String context = options.context();
        if (!context.matches("(/[A-Za-z0-9._~-]+)*/?")) {
            return "--context: " + context + " (expected: / or a path such as /shop)";
        }
        String name = options.name();
        if (name != null && !name.matches("[A-Za-z0-9._-]{1,64}")) {
            return "--name: " + name + " (expected: up to 64 letters, digits, dots, dashes or underscores)";
        }
        return null;
    }

    private static int serve(Options options, CommandLine line) {
        RunningServer server;
        try {
            server = start(options);
        } catch (Exception e) {
            line.getErr().println("sample-backend: " + options.server() + " does not start: " + reason(e, options));
            return FAILED;
        }
        String url = "http://localhost:" + server.port() + context(options) + "/";
        line.getOut().println("Sample backend on " + options.server() + " is ready at " + url);
        line.getOut().flush();
        runUntilToldToStop(server);
        return 0;
    }

    static RunningServer start(Options options) throws Exception {
        var application = new SampleApplication(new NodeName(options.name(), options.server()));
        return options.server().start(new Site(options.port(), context(options), application));
    }

    private static String context(Options options) {
        String context = options.context();
        return context.endsWith("/") ? context.substring(0, context.length() - 1) : context;
    }

    private static String reason(Exception failure, Options options) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "port " + options.port() + " is not free (" + cause.getMessage() + ")";
            }
        }
        return failure.toString();
    }

    private static void runUntilToldToStop(RunningServer server) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped), "stop"));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(RunningServer server, CountDownLatch stopped) {
        try {
            server.stop();
        } catch (Exception e) {
            System.err.println("sample-backend: did not stop cleanly: " + e);
        }
        stopped.countDown();
    }
}
