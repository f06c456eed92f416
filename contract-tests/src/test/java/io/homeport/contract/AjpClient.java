package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Speaks AJP 1.3, as a web server in front of a container does. */
record AjpClient(int port, AjpOrigin origin) implements Client {
    @Override
    public Reply send(Ask ask) {
        try (Socket socket = Loopback.connect(port)) {
            return new AjpConnection(socket, origin).exchange(ask);
        } catch (IOException e) {
            throw new UncheckedIOException(ask.method() + " " + ask.target() + ": " + e, e);
        }
    }

    @Override
    public Reply sendTwice(Ask first, Ask second) {
        try (Socket socket = Loopback.connect(port)) {
            AjpConnection connection = new AjpConnection(socket, origin);
            connection.exchange(first);
            return connection.exchange(second);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
