package io.homeport.agent;

/** For nginx without its commercial modules, which has no probes: a node that refuses is left out for a while. */
final class LbNginx {
    private LbNginx() {}

    static String text(LbNodes nodes) {
        StringBuilder text = new StringBuilder("""
            # For conf.d/: a cookie leads to its node, and to the others while that is down. A node on hold redirects
            # what has no session there, for nginx itself does not probe.
            upstream homeport_all {
            """);
        servers(text, nodes, "");
        text.append("}\n");
        for (String route : nodes.routes()) {
            text.append("upstream homeport_").append(route).append(" {\n");
            servers(text, nodes, route);
            text.append("}\n");
        }
        text.append("map $cookie_").append(nodes.cookie()).append(" $homeport_home {\n    default homeport_all;\n");
        for (String route : nodes.routes()) {
            String value = nodes.sessionInCookie() ? "\"~\\." + route + "$\"" : "\"~^" + route + "(\\||$)\"";
            text.append("    ").append(value).append(" homeport_").append(route).append(";\n");
        }
        String scheme = nodes.servers().stream().anyMatch(LbNodes.Server::tls) ? "https" : "http";
        return text.append("""
            }
            server {
                listen 80;
                location / {
                    proxy_pass %s://$homeport_home;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                    proxy_set_header X-Forwarded-Proto $scheme;
                    proxy_next_upstream error timeout;
                }
            }
            """.formatted(scheme)).toString();
    }

    /** The node's own servers first, the others as its backups; all alike where no node is named. */
    private static void servers(StringBuilder text, LbNodes nodes, String route) {
        for (LbNodes.Server server : nodes.servers()) {
            String backup = route.isEmpty() || server.route().equals(route) ? "" : " backup";
            text.append("    server ").append(server.address()).append(" max_fails=1 fail_timeout=5s");
            text.append(backup).append(";\n");
        }
        text.append("    keepalive 32;\n");
    }
}
