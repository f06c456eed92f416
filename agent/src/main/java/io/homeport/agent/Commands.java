package io.homeport.agent;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the jar: {@code java -jar homeport-agent.jar COMMAND}. */
@Command(
        name = "java -jar homeport-agent.jar",
        mixinStandardHelpOptions = true,
        versionProvider = AgentVersion.class,
        description = {
            "Makes a Java HTTP backend a good citizen behind a load balancer.",
            "",
            "To attach it:  java -javaagent:homeport-agent.jar=config=homeport.properties -jar backend.jar",
            "To attach it to a JVM that runs:  java -jar homeport-agent.jar attach PID config=homeport.properties",
            "status, hold, release, drain, promote and demote talk to the management port of a node that runs",
            "(management.port)."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            HoldCommand.class,
            ReleaseCommand.class,
            DrainCommand.class,
            PromoteCommand.class,
            DemoteCommand.class,
            AttachCommand.class,
            CheckConfigCommand.class,
            LbConfigCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Commands implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Called reflectively by {@link Agent}; ends the JVM with the command's exit code. */
    public static void start(Object arguments, Object none) {
        System.exit(new CommandLine(new Commands()).execute((String[]) arguments));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
