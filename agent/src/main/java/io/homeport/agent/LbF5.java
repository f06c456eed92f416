package io.homeport.agent;

/** For an F5 BIG-IP, as {@code tmsh load sys config merge} takes it: a monitor, a pool a node, a rule that reads the cookie. */
final class LbF5 {
    private LbF5() {}

    static String text(LbNodes nodes) {
        StringBuilder text = new StringBuilder("""
            # tmsh load sys config merge file homeport.conf
            # On hold, full and stopping disable a member: its sessions stay.
            ltm monitor http homeport_ready {
                defaults-from http
                interval 2
                timeout 7
                send "GET %s HTTP/1.0\\\\r\\\\n\\\\r\\\\n"
                recv "Homeport-State: active"
                recv-disable "Homeport-State: (on-hold|full|stopping)"
            }
            """.formatted(nodes.healthPath()));
        pool(text, nodes, "");
        for (String route : nodes.routes()) {
            pool(text, nodes, route);
        }
        text.append("ltm rule homeport_affinity {\n    when HTTP_REQUEST {\n        set route [HTTP::cookie value \"")
                .append(nodes.cookie())
                .append("\"]\n");
        if (nodes.sessionInCookie()) {
            text.append("        set route [lindex [split $route \".\"] end]\n");
        } else {
            text.append("        set route [lindex [split $route \"|\"] 0]\n");
        }
        text.append("        switch $route {\n");
        for (String route : nodes.routes()) {
            text.append("            \"%s\" { if { [active_members homeport_%s] > 0 } { pool homeport_%s; return } }\n"
                    .formatted(route, route, route));
        }
        return text.append("        }\n        pool homeport_all\n    }\n}\n").toString();
    }

    private static void pool(StringBuilder text, LbNodes nodes, String route) {
        text.append("ltm pool homeport_")
                .append(route.isEmpty() ? "all" : route)
                .append(" {\n    monitor homeport_ready\n    members {\n");
        for (LbNodes.Server server : nodes.servers()) {
            if (route.isEmpty() || server.route().equals(route)) {
                text.append("        ").append(server.address()).append(" { }\n");
            }
        }
        text.append("    }\n}\n");
    }
}
