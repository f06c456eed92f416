package io.homeport.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attach}. Names no type of the JDK's attach module, which a run-time image may lack. */
@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description = {
            "Brings Homeport into a JVM that runs already: at work from its next request on.",
            "",
            "The arguments are those of -javaagent. A relative config=FILE is looked for from here; system properties and",
            "environment are those of the JVM attached to. It must belong to the same user (root attaches to all), run on",
            "Java 17 or newer, and be able to read this jar. Java 21 and newer print a warning of their own about",
            "an agent that is loaded dynamically, unless started with -XX:+EnableDynamicAgentLoading."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:Homeport is at work there",
            "1:it is not, and the JVM goes on as before; standard error says why",
            "2:wrong usage"
        })
final class AttachCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "PID", description = "The process id; see --list.")
    private @Nullable String pid;

    @Parameters(
            index = "1..*",
            paramLabel = "key=value",
            description = "Configuration; several are separated by commas or blanks.")
    private List<String> arguments = List.of();

    @Option(
            names = {"-l", "--list"},
            description = "Lists the JVMs of this user: process id and main class.")
    private boolean list;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            if (list) {
                RunningJvms.lines().forEach(System.out::println);
                return 0;
            }
            return attach(number());
        } catch (NoClassDefFoundError e) {
            System.err.println("attach: " + System.getProperty("java.home")
                    + " (expected: a JDK, or a run-time image with the module jdk.attach)");
            return 1;
        }
    }

    private int attach(long process) {
        String jar = AgentJar.path();
        String all = AttachArguments.absolute(
                String.join(",", arguments), Path.of("").toAbsolutePath());
        if (!AttachArguments.fit(jar, all)) {
            throw new ParameterException(
                    spec.commandLine(), "key=value: " + all.length() + " characters (expected: fewer, or config=FILE)");
        }
        return new TargetJvm(process).attach(jar, all).print();
    }

    private long number() {
        String given = pid == null ? "(none)" : pid;
        if (given.length() <= 18 && given.chars().allMatch(c -> c >= '0' && c <= '9') && !given.isEmpty()) {
            return Long.parseLong(given);
        }
        throw new ParameterException(
                spec.commandLine(), "PID: " + given + " (expected: a process id, such as one of these)" + running());
    }

    private static String running() {
        StringBuilder text = new StringBuilder();
        RunningJvms.lines()
                .forEach(
                        line -> text.append(System.lineSeparator()).append("  ").append(line));
        return text.toString();
    }
}
