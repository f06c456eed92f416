package io.homeport.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** One connection for many requests, one after the other. */
final class KeptConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Reply send(Ask ask) throws IOException {
        socket.getOutputStream().write(ask.head());
        socket.getOutputStream().flush();
        return new ReplyReader(in).read(false);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
