package io.homeport.sim;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 when all went well, 1 when something broke, 2 on wrong usage. */
@Command(
        name = "homeport-sim",
        mixinStandardHelpOptions = true,
        versionProvider = HomeportSim.Version.class,
        description = "A load balancer to try a backend against.",
        subcommands = ServeCommand.class)
public final class HomeportSim implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private HomeportSim() {}

    /** Runs the command line and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new HomeportSim()).setParameterExceptionHandler(HomeportSim::complain);
    }

    /** Only what is wrong: the whole usage would push it off the screen. */
    private static int complain(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println(problem.getMessage());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "command: none (expected: serve)");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = HomeportSim.class.getPackage().getImplementationVersion();
            return new String[] {"homeport-sim " + (version == null ? "of a build directory" : version)};
        }
    }
}
