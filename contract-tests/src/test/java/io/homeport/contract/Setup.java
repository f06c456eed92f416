package io.homeport.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** The configurations that the contract is seen with. */
enum Setup {
    /** Defaults where there are any, and every kind of peer. */
    STANDARD {
        @Override
        void fill(Map<String, String> keys, Neighbourhood peers) {
            keys.put("stateless-paths", "/app/stateless/* *.css");
            keys.put("peers", "n1=http://127.0.0.1:1 " + peers.list());
            keys.put("peer.vip.url", peers.vip().url());
            keys.put("peer.vip.external-url", Neighbourhood.VIP_URL);
        }

        @Override
        String ready() {
            return "node n1: starting -> active";
        }
    },
    /** Everything that can be chosen, chosen otherwise. */
    CONTRARY {
        @Override
        void fill(Map<String, String> keys, Neighbourhood peers) {
            keys.put("peers", peers.list());
            keys.put("node.start-state", "on-hold");
            keys.put("node.version", "1.2-\"beta\"");
            keys.put("foreign.owner-down", "refuse");
            keys.put("hold.action", "refuse");
            keys.put("health.format", "text");
            keys.put("health.paths", "/probe /probe2 *");
            keys.put("health.status.on-hold", "429");
            keys.put("session.max", "1000");
            keys.put("management.token", TOKEN);
            keys.put("affinity.cookie.name", "ROUTE");
            keys.put("affinity.cookie.path", "/app");
            keys.put("affinity.cookie.domain", "example.org");
            keys.put("affinity.cookie.secure", "true");
            keys.put("affinity.cookie.http-only", "false");
            keys.put("affinity.cookie.same-site", "None");
            keys.put("affinity.cookie.partitioned", "true");
            keys.put("affinity.cookie.max-age", "8h");
        }

        @Override
        String ready() {
            return "node n1: starting -> on-hold";
        }
    };

    static final String TOKEN = "s3cret-token";

    abstract void fill(Map<String, String> keys, Neighbourhood peers);

    /** The line that tells that the node is there. */
    abstract String ready();

    Map<String, String> configuration(Neighbourhood peers) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("node.id", "n1");
        keys.put("peers.probe.interval", "100ms");
        keys.put("peers.probe.timeout", "500ms");
        keys.put("management.port", "0");
        fill(keys, peers);
        return keys;
    }

    String token() {
        return this == CONTRARY ? TOKEN : "";
    }
}
