package io.homeport.agent;

import io.homeport.AffinityCookie;
import io.homeport.BaseUrl;
import io.homeport.Configuration;
import io.homeport.PeerSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All nodes as one node's configuration names them, for a balancer's configuration. */
record LbNodes(List<Server> servers, String cookie, boolean sessionInCookie, String healthPath, int agentCheckPort) {

    /**
     * One instance of a node.
     *
     * @param name unlike every other's, in letters, digits and underscores
     * @param route the node
     */
    record Server(String name, String route, String host, int port, boolean tls) {
        String address() {
            return host + ":" + port;
        }

        String url() {
            return (tls ? "https://" : "http://") + address();
        }
    }

    /** Null where the configuration does not say by what URL this instance is reached. */
    static @Nullable LbNodes of(Configuration configuration) {
        List<BaseUrl> here = new ArrayList<>();
        BaseUrl own = configuration.node().url();
        if (own != null) {
            here.add(own);
        }
        PeerSettings.Entry listed = configuration.peers().own();
        if (listed != null) {
            here.addAll(listed.urls());
        }
        if (here.isEmpty()) {
            return null;
        }
        List<Server> servers = new ArrayList<>();
        add(servers, configuration.node().id(), here);
        for (PeerSettings.Entry peer : configuration.peers().entries()) {
            add(servers, peer.id(), peer.urls());
        }
        return new LbNodes(
                servers,
                configuration.cookie().name(),
                configuration.cookie().value() == AffinityCookie.Value.SESSION_AND_NODE,
                configuration.health().paths().get(0),
                configuration.health().agentCheckPort());
    }

    private static void add(List<Server> servers, String route, List<BaseUrl> urls) {
        for (int i = 0; i < urls.size(); i++) {
            URI uri = URI.create(urls.get(i).text());
            boolean tls = "https".equalsIgnoreCase(uri.getScheme());
            int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
            servers.add(new Server(i == 0 ? route : route + "_" + (i + 1), route, uri.getHost(), port, tls));
        }
    }

    /** Each node once, in the order of the servers. */
    List<String> routes() {
        return servers.stream().map(Server::route).distinct().toList();
    }

    /** The health path with the codes by which HAProxy drains, whatever the nodes' own configuration says. */
    String probe() {
        return healthPath + "?active=200&on-hold=404&full=404&stopping=404&backup=503&failing=503&starting=503";
    }
}
