package io.homeport.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Connects the clients of the tests, none of which waits for ever. */
final class Loopback {
    private static final int TIMEOUT_MILLIS = 20_000;

    private Loopback() {}

    static Socket connect(int port) throws IOException {
        return connect(new Socket(), port);
    }

    static Socket connect(Socket socket, int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }
}
