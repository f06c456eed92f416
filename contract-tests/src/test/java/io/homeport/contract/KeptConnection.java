package io.homeport.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** One connection for as many requests, one after the other, as the server allows; then the next. */
final class KeptConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    KeptConnection(int port) throws IOException {
        this.port = port;
        this.socket = connect();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private Socket connect() throws IOException {
        Socket made = new Socket(InetAddress.getLoopbackAddress(), port);
        made.setSoTimeout(TIMEOUT_MILLIS);
        return made;
    }

    Reply send(Ask ask) throws IOException {
        socket.getOutputStream().write(ask.head());
        socket.getOutputStream().flush();
        Reply reply = new ReplyReader(in).read(false);
        // Tomcat ends a connection with its hundredth request, and says so.
        if (reply.one("Connection").equals("close")) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream());
        }
        return reply;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
