package io.homeport.sim;

import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/** The connections to one backend: the idle ones, last used first, and new ones. Thread-safe. */
final class Upstream {
    private static final Pattern LITERAL_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final EventLoop loop;
    private final InetSocketAddress address;
    private final ConcurrentLinkedDeque<UpstreamConnection> idle = new ConcurrentLinkedDeque<>();
    // Set once, by close.
    private volatile boolean closed;

    Upstream(EventLoop loop, InetSocketAddress address) {
        this.loop = loop;
        this.address = address;
    }

    /** Gives the caller an idle connection at once, or a new one later. */
    void connect(Answering caller) {
        for (UpstreamConnection free = idle.pollFirst(); free != null; free = idle.pollFirst()) {
            if (free.take(caller)) {
                caller.connected(free);
                return;
            }
        }
        connectAnew(caller);
    }

    /** Gives the caller a connection nobody has used. */
    void connectAnew(Answering caller) {
        if (LITERAL_ADDRESS.matcher(address.getHostString()).matches()) {
            dial(caller);
        } else {
            // A name server may take its time; the event loop does not wait for it.
            loop.getExecutor().execute(() -> dial(caller));
        }
    }

    private void dial(Answering caller) {
        // Resolved each time, so that a backend that moved is found.
        InetSocketAddress target = new InetSocketAddress(address.getHostString(), address.getPort());
        loop.dial(target, new EventLoop.Dial() {
            @Override
            public Connection connected(EndPoint endPoint) {
                return new UpstreamConnection(endPoint, Upstream.this, caller);
            }

            @Override
            public void failed(Throwable cause) {
                caller.failed(cause);
            }
        });
    }

    EventLoop loop() {
        return loop;
    }

    void release(UpstreamConnection connection) {
        idle.addFirst(connection);
        if (closed) {
            close();
        }
    }

    void forget(UpstreamConnection connection) {
        idle.removeFirstOccurrence(connection);
    }

    /** Closes the idle connections; busy ones close when their answer is through. */
    void close() {
        closed = true;
        for (UpstreamConnection free = idle.pollFirst(); free != null; free = idle.pollFirst()) {
            free.close();
        }
    }
}
