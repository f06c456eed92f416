package io.homeport.benchmarks;

import java.util.Arrays;

/**
 * The jar's entry: {@code decide [JMH options]} for one decision, {@code hello once|PORT [SERVER [--filter]]} for the server that
 * the whole-process measurements start, {@code startup} and {@code throughput} for those measurements.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (command) {
            case "decide" -> org.openjdk.jmh.Main.main(decide(rest));
            case "startup" -> StartUp.run(number(rest, 0, 15));
            case "throughput" -> Throughput.run(number(rest, 0, 8), number(rest, 1, 4));
            case "hello" -> HelloServer.run(rest);
            default -> {
                System.err.println("benchmark: " + command + " (expected: decide, startup, throughput or hello)");
                System.exit(2);
            }
        }
    }

    private static int number(String[] arguments, int index, int usual) {
        return arguments.length <= index ? usual : Integer.parseInt(arguments[index]);
    }

    private static String[] decide(String[] options) {
        return options.length == 0 ? new String[] {"-prof", "gc"} : options;
    }
}
