package io.homeport.sim;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The sockets to clients and to backends on the same selectors: bytes cross from one to the other without changing threads, which
 * is where a proxy made of a server and a separate client loses its time.
 */
final class EventLoop extends ServerConnector {
    private static final long CONNECT_TIMEOUT_MILLIS = 3_000;

    /** What becomes of a connection that is being made. */
    interface Dial {
        Connection connected(EndPoint endPoint);

        void failed(Throwable cause);
    }

    EventLoop(Server server, HttpConnectionFactory http) {
        super(server, 1, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), http);
    }

    void dial(InetSocketAddress address, Dial dial) {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (channel.connect(address)) {
                getSelectorManager().accept(channel, dial);
            } else {
                getSelectorManager().connect(channel, dial);
            }
        } catch (IOException | RuntimeException e) {
            IO.close(channel);
            dial.failed(e);
        }
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        SelectorManager selectorManager = new TwoSided(executor, scheduler, selectors);
        selectorManager.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        return selectorManager;
    }

    private final class TwoSided extends ServerConnectorManager {
        TwoSided(Executor executor, Scheduler scheduler, int selectors) {
            super(executor, scheduler, selectors);
        }

        @Override
        public Connection newConnection(SelectableChannel channel, EndPoint endPoint, Object attachment)
                throws IOException {
            return attachment instanceof Dial dial
                    ? dial.connected(endPoint)
                    : super.newConnection(channel, endPoint, attachment);
        }

        @Override
        protected void connectionFailed(SelectableChannel channel, Throwable cause, Object attachment) {
            super.connectionFailed(channel, cause, attachment);
            if (attachment instanceof Dial dial) {
                dial.failed(cause);
            }
        }
    }
}
