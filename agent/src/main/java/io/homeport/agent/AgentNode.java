package io.homeport.agent;

import io.homeport.Configuration;
import io.homeport.Homeport;
import io.homeport.runtime.HomeportNode;
import org.jspecify.annotations.Nullable;

/**
 * The node of this JVM, shared by the adapters of all its containers. Made when the first container shows up, so that a
 * JVM that serves no HTTP never pays for it. Thread-safe.
 */
public final class AgentNode {
    private final Configuration configuration;
    private final DnsPolicy dns;
    // Guarded by this; null until a container shows up.
    private @Nullable HomeportNode node;

    AgentNode(Configuration configuration, DnsPolicy dns) {
        this.configuration = configuration;
        this.dns = dns;
    }

    /** The policy; it does not change for as long as the JVM lives. */
    public Homeport homeport() {
        return node().homeport();
    }

    /** Notes that a container begins to start: peers are probed and management is answered from here on. */
    public void containerStarting() {
        node().open();
    }

    /** Notes that a web application has started. */
    public void applicationStarted() {
        node().applicationStarted();
    }

    private synchronized HomeportNode node() {
        if (node == null) {
            dns.setProperties();
            node = new HomeportNode(configuration, dns, StandardError::line);
        }
        return node;
    }
}
