package io.homeport.agent;

import io.homeport.CheckSettings;
import io.homeport.CheckTarget;
import io.homeport.Configuration;
import io.homeport.Sessions;
import io.homeport.runtime.HomeportNode;
import org.jspecify.annotations.Nullable;

/**
 * The node of this JVM, shared by the adapters of all its containers. Made when the first container shows up, so that a
 * JVM that serves no HTTP never pays for it. Thread-safe.
 */
final class AgentNode {
    private final Configuration configuration;
    private final DnsPolicy dns;
    // Guarded by this; null until a container shows up.
    private @Nullable HomeportNode node;

    AgentNode(Configuration configuration, DnsPolicy dns) {
        this.configuration = configuration;
        this.dns = dns;
    }

    /** Whether a readiness check looks for a connection pool by its name. */
    boolean wantsPools() {
        for (CheckSettings check : configuration.health().checks()) {
            if (check.target() instanceof CheckTarget.Datasource datasource && datasource.isPool()) {
                return true;
            }
        }
        return false;
    }

    synchronized HomeportNode get() {
        if (node == null) {
            dns.setProperties();
            NetworkModules.load();
            node = new HomeportNode(configuration, dns, new StandardError());
        }
        return node;
    }

    /** Whether the number of sessions is limited, so that it matters when one comes or goes. */
    boolean isLimited() {
        return configuration.operation().sessionMax() != Sessions.UNLIMITED;
    }

    void open() {
        get().open();
    }
}
