package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class NodeConfigTest {
    private static final Node ONE = new Node("node1", "tomcat", 18081, 18091);
    private static final Node TWO = new Node("node2", "jetty", 18082, 18092);

    @Test
    void nodeKnowsItsPeersAndThatClientsReachThemThroughTheBalancer() throws IOException {
        NodeConfig config = new NodeConfig(List.of(ONE, TWO), URI.create("http://127.0.0.1:18080"));
        Properties properties = new Properties();
        properties.load(new StringReader(config.of(ONE)));

        assertThat(properties)
                .containsEntry("node.id", "node1")
                .containsEntry("node.url", "http://127.0.0.1:18081")
                .containsEntry("node.external-url", "http://127.0.0.1:18080")
                .containsEntry("peers", "node1=http://127.0.0.1:18081;node2=http://127.0.0.1:18082")
                .containsEntry("peer.node2.external-url", "http://127.0.0.1:18080")
                .doesNotContainKey("peer.node1.external-url")
                .containsEntry("management.port", "18091");
    }
}
