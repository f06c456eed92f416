package io.homeport.agent;

/** For Apache httpd 2.4 with mod_proxy_balancer and mod_proxy_hcheck. */
final class LbHttpd {
    private static final int LONGEST = 64;

    private LbHttpd() {}

    /** What of it httpd takes: it has room for so many characters and no more. */
    private static String probe(String healthPath) {
        String probe = healthPath + "?on-hold=200&full=200&stopping=200";
        return probe.length() < LONGEST ? probe : healthPath;
    }

    static String text(LbNodes nodes) {
        StringBuilder text = new StringBuilder("""
            # Needs mod_proxy, mod_proxy_http, mod_proxy_balancer, mod_lbmethod_byrequests, mod_slotmem_shm,
            # mod_watchdog and mod_proxy_hcheck. httpd knows up and down only: a node on hold stays up here, and redirects
            # what has no session there.
            ProxyHCExpr homeport_up {%%{REQUEST_STATUS} =~ /^200/}
            <Proxy balancer://homeport>
            """.formatted());
        for (LbNodes.Server server : nodes.servers()) {
            text.append(("    BalancerMember \"%s\" route=%s retry=5 hcmethod=GET hcinterval=2 hcexpr=homeport_up"
                            + " hcuri=%s\n")
                    .formatted(server.url(), server.route(), probe(nodes.healthPath())));
        }
        text.append("    ProxySet stickysession=").append(nodes.cookie());
        if (!nodes.sessionInCookie()) {
            // Without a separator the whole value is the route.
            text.append(" stickysessionsep=Off");
        }
        return text.append("""

            </Proxy>
            ProxyPass "/" "balancer://homeport/"
            """).toString();
    }
}
