package io.homeport.sim;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: a balancer in the foreground, until a signal ends it. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Balances requests over backends until it is stopped (Ctrl-C or SIGTERM).",
        footer = {
            "",
            "Durations: 500ms, 2s, 5m. Ports: 0 takes any free one and says which.",
            "One line a change of health. One line a request: time, client, method, path, status, backend, why, milliseconds.",
            "Why: persisted, balanced, re-dispatched, refused.",
            "",
            "Example:",
            "  serve --listen 8080 --backend node1=http://127.0.0.1:8081 --backend node2=http://127.0.0.1:8082 \\",
            "        --persistence affinity-cookie --probe '/health?on-hold=404' --drain-status 404 --admin 8090"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServeArguments arguments = new ServeArguments();

    @Override
    public Integer call() throws InterruptedException {
        List<String> problems = arguments.problems();
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join(System.lineSeparator(), problems));
        }
        BalancerBuilder<Balancer> description = arguments.describe();
        PrintWriter out = spec.commandLine().getOut();
        AccessLog log = new AccessLog(out).start();
        if (!arguments.isQuiet()) {
            description.onAccess(log::add);
        }
        Balancer balancer = description.onTransition(log::add).build();
        start(balancer);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            balancer.close();
            log.close();
        }));
        new CountDownLatch(1).await();
        return 0;
    }

    private void start(Balancer balancer) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            balancer.start();
        } catch (UncheckedIOException e) {
            balancer.close();
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
        out.print(greeting(balancer));
        out.flush();
    }

    private String greeting(Balancer balancer) {
        StringBuilder text = new StringBuilder("Listening on " + balancer.url() + " (" + arguments.summary() + ")\n");
        arguments
                .backends()
                .forEach(backend -> text.append("  ")
                        .append(backend.replaceFirst("=", "  "))
                        .append('\n'));
        if (balancer.hasAdmin()) {
            text.append("State at ").append(balancer.adminUrl()).append("/api/state\n");
        }
        return text.append("Stop with Ctrl-C.\n").toString();
    }
}
