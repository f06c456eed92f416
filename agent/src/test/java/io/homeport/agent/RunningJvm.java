package io.homeport.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM of its own that runs {@link LookingUp} until it is closed. */
final class RunningJvm implements AutoCloseable {
    private final Path error;
    private final Process process;
    private final BufferedReader output;
    private final PrintStream input;

    RunningJvm(Path home, Path folder, String... options) throws IOException {
        error = Files.createTempFile("running", ".err");
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", ChildJvm.classes(), LookingUp.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(error.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOMEPORT_") || name.startsWith("JAVA_TOOL"));
        process = builder.start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        String first = output.readLine();
        if (!"runs".equals(first)) {
            throw new IllegalStateException(first + " " + Files.readString(error));
        }
    }

    String pid() {
        return String.valueOf(process.pid());
    }

    /** The address that the application finds. */
    String lookUp(String name) throws IOException {
        input.println(name);
        return String.valueOf(output.readLine());
    }

    /** What the agent has said so far. */
    List<String> said() throws IOException {
        return Files.readAllLines(error).stream()
                .filter(line -> line.startsWith("homeport: "))
                .toList();
    }

    boolean runs() throws IOException {
        return process.isAlive() && lookUp("127.0.0.9").equals("127.0.0.9");
    }

    @Override
    public void close() throws IOException {
        input.close();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
        Files.delete(error);
    }
}
