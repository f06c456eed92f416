package io.homeport.runtime;

import io.homeport.Configuration;
import io.homeport.NodeReport;
import io.homeport.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A node that has been opened with its management listener on any free port. */
final class OpenNode implements AutoCloseable {
    final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    // What the log says stays, whoever takes lines out of the queue.
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    final HomeportNode node;

    private OpenNode(Configuration configuration) {
        this.node = new HomeportNode(configuration, () -> new NodeReport.DnsCache(0, 0), this::log);
        node.open();
    }

    static OpenNode of(String... lines) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("management.port", "0", "node.id", "node1"));
        for (String line : lines) {
            values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        Configuration.Outcome outcome = Configuration.read(List.of(new Source("test", values)), "host");
        return new OpenNode(Objects.requireNonNull(outcome.configuration(), outcome.problems()::toString));
    }

    private void log(String line) {
        said.add(line);
        log.add(line);
    }

    /** The port, out of the line that says where management is. */
    int port() {
        for (String line : said) {
            if (line.startsWith("management at http://")) {
                return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            }
        }
        throw new AssertionError("no management: " + said);
    }

    /** The first line from here on with that text, waited for. */
    String lineWith(String text) throws InterruptedException {
        String line = log.take();
        while (!line.contains(text)) {
            line = log.take();
        }
        return line;
    }

    @Override
    public void close() {
        node.close();
    }
}
