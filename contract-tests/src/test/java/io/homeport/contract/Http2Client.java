package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Speaks HTTP/2, with prior knowledge over clear text or agreed on by ALPN over TLS. */
record Http2Client(int port, boolean secure) implements Client {
    @Override
    public Reply send(Ask ask) {
        try (Socket socket = connect()) {
            Http2Connection connection = connection(socket);
            Reply reply = connection.exchange(ask);
            connection.settle();
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(ask.method() + " " + ask.target() + ": " + e, e);
        }
    }

    @Override
    public Reply sendTwice(Ask first, Ask second) {
        try (Socket socket = connect()) {
            Http2Connection connection = connection(socket);
            connection.exchange(first);
            return connection.exchange(second);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Http2Connection connection(Socket socket) throws IOException {
        return new Http2Connection(socket, secure ? "https" : "http");
    }

    private Socket connect() throws IOException {
        if (!secure) {
            return Loopback.connect(port);
        }
        SSLSocket socket = (SSLSocket) TestCertificate.client().createSocket();
        Loopback.connect(socket, port);
        agreeOnHttp2(socket);
        return socket;
    }

    private static void agreeOnHttp2(SSLSocket socket) throws IOException {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        if (!socket.getApplicationProtocol().equals("h2")) {
            throw new IOException("the server did not agree on h2 but on \"" + socket.getApplicationProtocol() + '"');
        }
    }
}
