package io.homeport.agent;

/** For HAProxy 2.2 and newer: 404 drains a server, everything else but 200 takes it down. */
final class LbHaproxy {
    private static final String START = """
        # haproxy.cfg: a node on hold answers 404, which drains it (disable-on-404): its sessions stay.
        defaults
            mode http
            timeout connect 5s
            timeout client 60s
            timeout server 60s

        frontend homeport_front
            bind :80
            option forwardfor
            default_backend homeport_nodes

        backend homeport_nodes
            balance roundrobin
            option httpchk
            http-check send meth GET uri %s
            http-check expect status 200
            http-check disable-on-404
            option redispatch
            retries 2
        """;

    private LbHaproxy() {}

    static String text(LbNodes nodes) {
        StringBuilder text = new StringBuilder(START.formatted(nodes.probe()));
        if (nodes.sessionInCookie()) {
            for (LbNodes.Server server : nodes.servers()) {
                text.append("    use-server %s if { req.cook(%s) -m end .%s }\n"
                        .formatted(server.name(), nodes.cookie(), server.route()));
            }
        } else {
            // The node's own cookie is believed, and goes through to it.
            text.append("    cookie %s indirect preserve\n".formatted(nodes.cookie()));
        }
        String agent = nodes.agentCheckPort() > 0
                ? " agent-check agent-port " + nodes.agentCheckPort() + " agent-inter 2s"
                : "";
        for (LbNodes.Server server : nodes.servers()) {
            text.append("    server %s %s check inter 2s fall 2 rise 1%s%s%s\n"
                    .formatted(
                            server.name(),
                            server.address(),
                            nodes.sessionInCookie() ? "" : " cookie " + server.route(),
                            server.tls() ? " ssl verify required ca-file @system-ca" : "",
                            agent));
        }
        return text.toString();
    }
}
