package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server as its makers publish it, started as their manuals say.
 *
 * @param line in whose shape the contract application fits it
 */
record Distribution(String title, Line line, ServerLayout layout, Origin origin) {
    /** Survives from run to run; a new version gets a new folder in it. */
    static final Path FOLDER = Path.of("target", "distributions").toAbsolutePath();

    /** Starts it with the contract application at /app and nothing else; returns at once. */
    ServerProcess start(Jdk jdk, List<String> homeport) {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xmx384m"));
        options.add("-Djava.io.tmpdir=" + ChildProcess.scratch());
        options.addAll(homeport);
        try {
            Path sites = Files.createDirectories(FOLDER.resolve("sites"));
            Path base = Files.createTempDirectory(sites, "site");
            Site site = new Site(base, War.write(line), FreePort.find(), jdk, options);
            Launch launch = layout.prepare(origin.home(), site);
            Map<String, String> environment = new HashMap<>(launch.environment());
            environment.put("JAVA_HOME", jdk.home().toString());
            ChildProcess jvm = new ChildProcess(launch.command(), base, environment);
            return new ServerProcess(jvm, launch.ready(), log -> site.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
