package io.homeport.runtime;

import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/** The node's bean. This class alone knows JMX, so that nothing of it is loaded before somebody looks. */
final class NodeBean implements NodeMXBean, AutoCloseable {
    private static final String NAME = "io.homeport:type=Node";
    /** Filters of as many applications in one JVM have a bean each. */
    private static final int MOST = 16;

    private final NodeService service;
    private final MBeanServer server;
    // Set by register(), on the thread that made this.
    private @Nullable ObjectName name;

    private NodeBean(NodeService service, MBeanServer server) {
        this.service = service;
        this.server = server;
    }

    /**
     * Registers the node where the JVM has its platform MBean server already; null where it has not: to ask for it would make
     * it, with all the logging and the containers' own settings that hang on who is first.
     */
    static @Nullable NodeBean register(NodeService service) throws JMException {
        List<MBeanServer> servers = MBeanServerFactory.findMBeanServer(null);
        for (MBeanServer server : servers) {
            // An application may have servers of its own; this bean only the platform's has.
            if (server.isRegistered(new ObjectName("java.lang:type=Runtime"))) {
                NodeBean bean = new NodeBean(service, server);
                bean.register();
                return bean;
            }
        }
        return null;
    }

    private void register() throws JMException {
        for (int i = 1; i <= MOST; i++) {
            try {
                ObjectName wanted = new ObjectName(i == 1 ? NAME : NAME + ",instance=" + i);
                server.registerMBean(new StandardMBean(this, NodeMXBean.class, true), wanted);
                name = wanted;
                return;
            } catch (InstanceAlreadyExistsException e) {
                // Another node of this JVM has the name: the next one.
                name = null;
            }
        }
    }

    @Override
    public String getNode() {
        return service.node().id();
    }

    @Override
    public String getState() {
        return service.node().state().key();
    }

    @Override
    public String getRole() {
        return service.node().role().key();
    }

    @Override
    public int getSessions() {
        return service.node().sessions().count();
    }

    @Override
    public int getInFlight() {
        return service.node().inFlight().count();
    }

    @Override
    public String hold() {
        return service.hold();
    }

    @Override
    public String release() {
        return service.release();
    }

    @Override
    public String promote() {
        String refusal = service.whyNotPromoted();
        if (refusal != null) {
            throw new IllegalStateException(refusal);
        }
        return service.promote();
    }

    @Override
    public String demote() {
        return service.demote();
    }

    @Override
    public void close() throws JMException {
        if (name != null && server.isRegistered(name)) {
            server.unregisterMBean(name);
        }
    }
}
