package io.homeport.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The agent before an executable jar of Spring Boot. */
record BootHost(Boot boot, Jdk jdk) implements ServerHost {

    static Stream<BootHost> all() {
        return Cells.jdks().stream().flatMap(jdk -> Arrays.stream(Boot.values()).map(boot -> new BootHost(boot, jdk)));
    }

    @Override
    public ServerProcess launch(Map<String, String> configuration) {
        List<String> options = new ArrayList<>(surface().options(configuration));
        options.add("-Dserver.servlet.context-path=/app");
        return ServerProcess.ofBench(boot.start(jdk, BootApplication.CONTRACT, options));
    }

    @Override
    public Surface surface() {
        return Surface.AGENT;
    }

    @Override
    public String health() {
        return "/health";
    }

    @Override
    public MatrixCell cell() {
        return new MatrixCell(
                boot.title(),
                boot.version(),
                jdk.version(),
                "HTTP/1.1",
                surface().title());
    }

    @Override
    public String toString() {
        return cell().toString();
    }
}
