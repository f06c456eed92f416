package io.homeport.runtime;

import io.homeport.AgentCheckLine;
import io.homeport.Configuration;
import io.homeport.ConnectionClosing;
import io.homeport.ContainerSetting;
import io.homeport.Faults;
import io.homeport.Homeport;
import io.homeport.InFlight;
import io.homeport.ManagementSettings;
import io.homeport.Meters;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.NodeReport;
import io.homeport.PeerProber;
import io.homeport.Peers;
import io.homeport.RequestPool;
import io.homeport.Sessions;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One node put together: the policy, and around it what needs threads. Nothing runs before {@link #open}. */
public final class HomeportNode implements AutoCloseable {
    private final Configuration configuration;
    private final Node node;
    private final Peers peers;
    private final Faults faults;
    private final Homeport homeport;
    private final WebSockets webSockets;
    private final ReadinessChecks readiness;
    private final NodeService service;
    private final Operations operations;
    private final Consumer<String> log;
    private final Set<ContainerSetting> containers = new CopyOnWriteArraySet<>();
    // Guarded by this; null until opened.
    private @Nullable Running running;

    /** What runs once the node is open. */
    private record Running(
            ScheduledThreadPoolExecutor scheduler,
            @Nullable ManagementServer management,
            @Nullable AgentCheckServer agentCheck,
            Thread hook) {}

    /** @param dns reads the JVM's effective DNS cache times */
    public HomeportNode(Configuration configuration, Supplier<NodeReport.DnsCache> dns, Consumer<String> log) {
        this.configuration = configuration;
        this.log = log;
        this.node = new Node(configuration, log);
        this.peers = new Peers(configuration.peers());
        this.faults = new Faults(Clock.systemUTC(), log);
        this.homeport = new Homeport(configuration, node, peers, faults);
        this.webSockets = new WebSockets(faults);
        this.operations = new Operations(
                configuration,
                node,
                new Operations.Surroundings(
                        webSockets, new Meters(node, peers, faults, homeport.counters()), faults, log));
        this.readiness = new ReadinessChecks(configuration.health().checks(), node, faults);
        this.service = new NodeService(
                homeport,
                node,
                operations,
                () -> new NodeReport(configuration, node, peers, faults, dns.get(), List.copyOf(containers), moment()));
    }

    private NodeReport.Moment moment() {
        return new NodeReport.Moment(System.currentTimeMillis(), operations.lock());
    }

    public Homeport homeport() {
        return homeport;
    }

    /** The home sessions; adapters add the sources, and say when a session came or went. */
    public Sessions sessions() {
        return node.sessions();
    }

    /** The requests in flight; adapters enter and leave. */
    public InFlight inFlight() {
        return node.inFlight();
    }

    /** The readiness checks; adapters tell of applications, and of what else there is to look at. */
    public ReadinessChecks readiness() {
        return readiness;
    }

    /** The containers' request threads; adapters add those that they see, and remove those that end. */
    public Collection<RequestPool> requestPools() {
        return node.requestPools();
    }

    /** Which responses close their connection; adapters ask at the commit. */
    public ConnectionClosing connectionClosing() {
        return node.connectionClosing();
    }

    /** The WebSockets of this JVM that its clients have opened. */
    public WebSockets webSockets() {
        return webSockets;
    }

    /** What the containers of this JVM shall show as their own route, null where that is theirs to say. */
    public @Nullable String containerRoute() {
        return configuration.node().containerRoute() ? node.id() : null;
    }

    /** Notes what became of a setting of a container's own: one line, and part of every report from now on. */
    public void note(ContainerSetting setting) {
        if (containers.add(setting)) {
            log.accept(setting.toString());
        }
    }

    /** Notes that a web application of this JVM has started; costs next to nothing once that is known. */
    public void applicationStarted() {
        if (node.isStarting()) {
            node.apply(NodeEvent.APPLICATION_STARTED);
            operations.applicationStarted();
        }
    }

    /**
     * Begins to probe the peers and to listen for management; once, later calls do nothing. A web application may be what is
     * being started, and the threads made here, the JDK's own among them, would keep its class loader alive by their context
     * loader and, before Java 24, by the access control context of their maker: so they are made on behalf of nobody.
     */
    @SuppressWarnings("removal")
    public synchronized void open() {
        if (running != null) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(HomeportNode.class.getClassLoader());
        try {
            running = AccessController.doPrivileged((PrivilegedAction<Running>) this::run);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Running run() {
        Thread hook = new Thread(operations::stopping, "homeport-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        // Has no thread before it has work.
        ScheduledThreadPoolExecutor scheduler =
                new ScheduledThreadPoolExecutor(1, DaemonThreads.named("homeport-node"));
        scheduler.setRemoveOnCancelPolicy(true);
        if (!configuration.peers().entries().isEmpty() || configuration.peers().own() != null) {
            probe(scheduler);
        }
        readiness.open(scheduler);
        operations.open(service, scheduler);
        return new Running(scheduler, listen(), tell(), hook);
    }

    private void probe(ScheduledThreadPoolExecutor scheduler) {
        try {
            PeerProber.Surroundings surroundings =
                    new PeerProber.Surroundings(scheduler, new SplittableRandom(), log, faults);
            new PeerProber(configuration, peers, surroundings).start();
        } catch (LinkageError e) {
            // A run-time image made without java.net.http.
            faults.report("probing", e);
        }
    }

    /** The listener, or null where it is off or its port cannot be had: the application goes first. */
    private @Nullable ManagementServer listen() {
        if (configuration.management().port() == ManagementSettings.OFF) {
            return null;
        }
        try {
            return ManagementServer.open(configuration.management(), service, log);
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            // A run-time image made without jdk.httpserver, or an application that brings another such server.
            faults.report("management", e);
            return null;
        }
    }

    /** HAProxy's agent-check; null where it is off or its port cannot be had. */
    private @Nullable AgentCheckServer tell() {
        int port = configuration.health().agentCheckPort();
        return port == ManagementSettings.OFF
                ? null
                : AgentCheckServer.open(
                        port,
                        configuration.management().address(),
                        new AgentCheckServer.Surroundings(
                                () -> AgentCheckLine.of(node), System::nanoTime, faults, log));
    }

    @Override
    public synchronized void close() {
        Running open = running;
        if (open == null) {
            return;
        }
        running = null;
        readiness.close();
        webSockets.stopClosing();
        operations.close();
        open.scheduler().shutdownNow();
        if (open.management() != null) {
            open.management().close();
        }
        if (open.agentCheck() != null) {
            open.agentCheck().close();
        }
        removeHook(open.hook());
    }

    private void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is on its way down already, so the hook has done or will do its work.
            operations.stopping();
        }
    }
}
