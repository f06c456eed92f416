package io.homeport.agent;

import io.homeport.Configuration;
import io.homeport.runtime.HomeportNode;
import java.security.AccessController;
import java.security.PrivilegedAction;
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

    synchronized HomeportNode get() {
        if (node == null) {
            dns.setProperties();
            node = new HomeportNode(configuration, dns, StandardError::line);
        }
        return node;
    }

    /**
     * Opens the node on behalf of nobody. A web application may be what is being started, and the threads made here, the
     * JDK's own among them, would keep its class loader alive by their context loader and, before Java 24, by the access
     * control context of their maker.
     */
    @SuppressWarnings("removal")
    void open() {
        HomeportNode here = get();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(AgentNode.class.getClassLoader());
        try {
            AccessController.doPrivileged((PrivilegedAction<Object>) () -> {
                here.open();
                return here;
            });
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
