package io.homeport.agent;

/** For an F5 BIG-IP, as {@code tmsh load sys config merge} takes it: a monitor, a pool, and a rule that persists by the cookie. */
final class LbF5 {
    private static final String MONITOR = """
        # tmsh load sys config merge file homeport.conf
        # On hold, full and stopping disable a member: what persists on it stays.
        ltm monitor http homeport_ready {
            defaults-from http
            interval 2
            timeout 7
            send "GET %s HTTP/1.0\\\\r\\\\n\\\\r\\\\n"
            recv "Homeport-State: active"
            recv-disable "Homeport-State: (on-hold|full|stopping)"
        }
        ltm pool homeport_nodes {
            monitor homeport_ready
            members {
        """;

    /** A 307 carries the cookie of another node than the one that answers. */
    private static final String RULE = """
            }
        }
        ltm rule homeport_affinity {
            when HTTP_REQUEST {
                set route [lindex [split [HTTP::cookie value "%1$s"] "%2$s"] %3$s]
                if { $route ne "" } { persist uie $route 3600 }
            }
            when HTTP_RESPONSE {
                set route [lindex [split [HTTP::cookie value "%1$s"] "%2$s"] %3$s]
                if { $route ne "" and [HTTP::status] != 307 } { persist add uie $route 3600 }
            }
        }
        """;

    private LbF5() {}

    static String text(LbNodes nodes) {
        StringBuilder text = new StringBuilder(MONITOR.formatted(nodes.healthPath()));
        for (LbNodes.Server server : nodes.servers()) {
            text.append("        %s { description %s }\n".formatted(server.address(), server.name()));
        }
        String separator = nodes.sessionInCookie() ? "." : "|";
        return text.append(RULE.formatted(nodes.cookie(), separator, nodes.sessionInCookie() ? "end" : "0"))
                .toString();
    }
}
