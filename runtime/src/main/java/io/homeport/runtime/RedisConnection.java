package io.homeport.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;

/** One connection to a Redis server, with as much of its protocol (RESP 2) as numbers and short texts need. */
final class RedisConnection implements Closeable {
    private static final int PORT = 6379;
    private static final int LONGEST = 64 * 1024;

    private final Socket socket = new Socket();
    private final InputStream in;

    private RedisConnection(URI uri, int timeoutMillis) throws IOException {
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        socket.connect(new InetSocketAddress(uri.getHost(), port), timeoutMillis);
        socket.setSoTimeout(timeoutMillis);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects, and says who calls and which database is meant as {@code redis://[[user]:password@]host[:port][/database]}. */
    static RedisConnection open(URI uri, int timeoutMillis) throws IOException {
        RedisConnection connection = new RedisConnection(uri, timeoutMillis);
        try {
            connection.greet(uri);
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private void greet(URI uri) throws IOException {
        String who = uri.getRawUserInfo();
        if (who != null) {
            int colon = who.indexOf(':');
            String user = URLDecoder.decode(colon < 0 ? "" : who.substring(0, colon), UTF_8);
            String password = URLDecoder.decode(who.substring(colon + 1), UTF_8);
            if (user.isEmpty()) {
                call("AUTH", password);
            } else {
                call("AUTH", user, password);
            }
        }
        String path = uri.getPath();
        if (path.length() > 1) {
            call("SELECT", path.substring(1));
        }
    }

    /** Sends a command and gives its answer: a text or a number; empty for nil. */
    String call(String... command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("*" + command.length + "\r\n").getBytes(UTF_8));
        for (String word : command) {
            byte[] bytes = word.getBytes(UTF_8);
            out.writeBytes(("$" + bytes.length + "\r\n").getBytes(UTF_8));
            out.writeBytes(bytes);
            out.writeBytes("\r\n".getBytes(UTF_8));
        }
        socket.getOutputStream().write(out.toByteArray());
        return answer();
    }

    private String answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> bulk(rest);
            case '-' -> throw new IOException("Redis says " + rest);
            default -> throw new IOException("not Redis");
        };
    }

    private String bulk(String length) throws IOException {
        int bytes = length.matches("[0-9]{1,5}") ? Integer.parseInt(length) : -1;
        if (bytes < 0) {
            return "";
        }
        byte[] body = in.readNBytes(bytes + 2);
        if (body.length < bytes + 2) {
            throw new EOFException("Redis closed the connection");
        }
        return new String(body, 0, bytes, UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.size() > LONGEST) {
                throw new EOFException("Redis closed the connection");
            }
            line.write(octet);
        }
        String text = line.toString(UTF_8).stripTrailing();
        if (text.isEmpty()) {
            throw new IOException("not Redis");
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
