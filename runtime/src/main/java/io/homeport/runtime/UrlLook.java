package io.homeport.runtime;

import io.homeport.CheckTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One GET on a connection of its own. The JDK's clients bring what belongs to the application (cookie handler,
 * authenticator, proxy selector, its own socket factory or URL handlers) or threads of their own, and neither can be cut
 * off while a head trickles in; the channel here is closed by an interrupt, whatever it waits for.
 */
final class UrlLook implements Look {
    private final CheckTarget.Url target;
    private final boolean secure;
    private final String host;
    private final int port;
    private final byte[] request;

    UrlLook(CheckTarget.Url target) {
        URI url = URI.create(target.url().toASCIIString());
        this.target = target;
        this.secure = "https".equalsIgnoreCase(url.getScheme());
        this.host = url.getHost();
        this.port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        this.request = request(url).getBytes(StandardCharsets.US_ASCII);
    }

    private static String request(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return "GET " + path + query + " HTTP/1.1\r\nHost: " + url.getRawAuthority()
                + "\r\nConnection: close\r\nUser-Agent: Homeport\r\nAccept: */*\r\nAccept-Encoding: identity\r\n\r\n";
    }

    @Override
    public Seen look() throws UnknownHostException, NoSuchAlgorithmException {
        InetSocketAddress address = HostAddress.of(host, port);
        String shown = HostAddress.shown(address);
        try (SocketChannel channel = SocketChannel.open(address);
                Socket socket = secure ? secured(channel.socket()) : channel.socket()) {
            socket.getOutputStream().write(request);
            return judged(new HttpAnswer(socket.getInputStream()), shown);
        } catch (IOException e) {
            return Seen.down(shown + ": " + CheckWords.of(e));
        }
    }

    private Socket secured(Socket plain) throws IOException, NoSuchAlgorithmException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        SSLSocket socket =
                (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket(plain, name, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private Seen judged(HttpAnswer answer, String shown) throws IOException {
        int status = answer.status();
        if (status < target.minStatus() || status > target.maxStatus()) {
            return Seen.down("status " + status + " of " + shown);
        }
        byte[] text = target.body().getBytes(StandardCharsets.UTF_8);
        return text.length == 0 || answer.holds(text)
                ? Seen.up("status " + status + " of " + shown)
                : Seen.down("status " + status + " of " + shown + ", without the text");
    }
}
