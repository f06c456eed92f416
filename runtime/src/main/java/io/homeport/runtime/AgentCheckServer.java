package io.homeport.runtime;

import io.homeport.Faults;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The listener of HAProxy's agent-check: tells every client one line and closes. One thread, which waits for nobody: what a
 * client sends (HAProxy's {@code agent-send}) is read away until it closes too, for at most a second, because closing with
 * something unread would take the line back.
 */
final class AgentCheckServer implements AutoCloseable {
    /** Clients that have been told and have not closed; beyond these the oldest is closed. */
    private static final int MOST_LINGERING = 64;

    private static final long LINGER_NANOS = 1_000_000_000L;

    /** How long to leave new clients alone when the system has no more sockets. */
    private static final long PAUSE_MILLIS = 1_000;

    /** What it works with. */
    record Surroundings(Supplier<String> line, LongSupplier nanos, Faults faults, Consumer<String> log) {}

    private final Selector selector;
    private final SelectionKey server;
    private final Surroundings surroundings;
    // Confined to the thread; the oldest first.
    private final Deque<AgentCheckClient> lingering = new ArrayDeque<>();

    private AgentCheckServer(Selector selector, SelectionKey server, Surroundings surroundings) {
        this.selector = selector;
        this.server = server;
        this.surroundings = surroundings;
    }

    /** Opens the listener; where the port cannot be had, says so and returns null. */
    static @Nullable AgentCheckServer open(int port, String host, Surroundings surroundings) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        try {
            if (address.isUnresolved()) {
                throw new IOException("the address is not known");
            }
            AgentCheckServer opened = bound(address, surroundings);
            DaemonThreads.named("homeport-agent-check").newThread(opened::serve).start();
            surroundings.log().accept("agent-check at " + host + ":" + opened.port());
            return opened;
        } catch (IOException | SecurityException e) {
            surroundings
                    .log()
                    .accept("health.agent-check.port: " + port + " (expected: a port that is free at " + host + "; "
                            + e.getMessage() + "); going on without agent-check");
            return null;
        }
    }

    private static AgentCheckServer bound(InetSocketAddress address, Surroundings surroundings) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(address, MOST_LINGERING);
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            return new AgentCheckServer(selector, channel.register(selector, SelectionKey.OP_ACCEPT), surroundings);
        } catch (IOException | SecurityException e) {
            channel.close();
            throw e;
        }
    }

    private int port() throws IOException {
        return ((InetSocketAddress) ((ServerSocketChannel) server.channel()).getLocalAddress()).getPort();
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                boolean paused = server.interestOps() == 0;
                selector.select(this::ready, paused ? PAUSE_MILLIS : patience());
                closeOverdue();
                if (paused) {
                    server.interestOps(SelectionKey.OP_ACCEPT);
                }
            }
        } catch (ClosedSelectorException | CancelledKeyException e) {
            // Closed while it was about to wait.
        } catch (IOException | RuntimeException | LinkageError e) {
            surroundings.faults().report("agent-check", e);
            close();
        } finally {
            lingering.forEach(AgentCheckClient::close);
        }
    }

    /** Milliseconds until the next client is overdue, 0 for ever. */
    private long patience() {
        AgentCheckClient oldest = lingering.peekFirst();
        return oldest == null
                ? 0
                : Math.max(1, (oldest.deadline() - surroundings.nanos().getAsLong()) / 1_000_000);
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof AgentCheckClient client) {
            client.read();
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            SocketChannel channel = ((ServerSocketChannel) server.channel()).accept();
            if (channel != null) {
                AgentCheckClient client =
                        new AgentCheckClient(channel, surroundings.nanos().getAsLong() + LINGER_NANOS);
                lingering.addLast(client);
                client.tell(line(), selector);
            }
        } catch (IOException e) {
            if (selector.isOpen()) {
                surroundings.faults().report("agent-check", e);
                server.interestOps(0);
            }
        }
    }

    private String line() {
        try {
            return surroundings.line().get();
        } catch (RuntimeException | LinkageError e) {
            surroundings.faults().report("agent-check", e);
            return "";
        }
    }

    private void closeOverdue() {
        long now = surroundings.nanos().getAsLong();
        lingering.removeIf(client -> client.isDone(now));
        while (lingering.size() > MOST_LINGERING) {
            lingering.removeFirst().close();
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            server.channel().close();
        } catch (IOException e) {
            surroundings.faults().report("agent-check", e);
        }
    }
}
