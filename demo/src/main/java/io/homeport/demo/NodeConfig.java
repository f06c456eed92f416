package io.homeport.demo;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The agent's configuration of one node.
 *
 * @param frontDoor where clients reach all nodes: the balancer
 */
record NodeConfig(List<Node> nodes, URI frontDoor) {

    /** As a properties file. */
    String of(Node node) {
        String peers = nodes.stream().map(peer -> peer.id() + "=" + peer.url()).collect(Collectors.joining(";"));
        String externalUrls = nodes.stream()
                .filter(peer -> !peer.equals(node))
                .map(peer -> "peer." + peer.id() + ".external-url=" + frontDoor + "\n")
                .collect(Collectors.joining());
        return """
                node.id=%s
                node.url=%s
                node.external-url=%s
                peers=%s
                %speers.probe.interval=500ms
                management.port=%d
                """.formatted(node.id(), node.url(), frontDoor, peers, externalUrls, node.managementPort());
    }
}
