package io.homeport.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code ./homeport demo [--keep]}: exit code 0 when all expectations are met, 1 when one is not or the demo cannot go on, 2
 * on wrong usage.
 *
 * <p>The script tells in system properties what it knows better: {@code homeport.home}, the folder of the built project, and
 * {@code homeport.terminal}, whether the output is a terminal. {@code NO_COLOR} in the environment switches colours off.
 */
final class Demo {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Demo() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(Options.class)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Demo::wrongUsage)
                .setExecutionStrategy(Demo::run);
    }

    private static int wrongUsage(ParameterException problem, String[] arguments) {
        problem.getCommandLine().getErr().println("demo: " + problem.getMessage() + " (see --help)");
        return WRONG_USAGE;
    }

    private static int run(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        Options options = parsed.commandSpec().commandLine().getCommand();
        try {
            return perform(options.keep()) ? 0 : FAILED;
        } catch (DemoException | IOException e) {
            System.err.println("demo: " + e.getMessage());
            return FAILED;
        }
    }

    private static boolean perform(boolean keep) throws IOException {
        boolean terminal = Boolean.getBoolean("homeport.terminal");
        String noColor = System.getenv("NO_COLOR");
        Ink ink = new Ink(terminal && (noColor == null || noColor.isEmpty()));
        Screen screen = new Screen(new PrintStream(System.out, false, StandardCharsets.UTF_8), terminal);
        Path home = Path.of(System.getProperty("homeport.home", "")).toAbsolutePath();
        try (Theatre theatre = Theatre.open(new Artifacts(home))) {
            Summary summary = theatre.show(screen, ink).play();
            summary.lines(ink).forEach(screen::say);
            if (keep) {
                theatre.invitation().forEach(screen::say);
                theatre.stayOpen();
            }
            return summary.allMet();
        }
    }
}
