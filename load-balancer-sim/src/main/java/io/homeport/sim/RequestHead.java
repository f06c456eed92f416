package io.homeport.sim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * The request line and headers a backend gets: as the client sent them, less what is meant for the next hop only (RFC 9110, 7.6.1),
 * plus who the client is.
 *
 * @param hidden the cookie that stays between client and balancer; null if there is none
 */
record RequestHead(
        Request request, String authority, @Nullable AffinityCookie hidden) {
    private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] CRLF = ascii("\r\n");

    /** Path and query as the client sent them. */
    static String target(Request request) {
        HttpURI uri = request.getHttpURI();
        String target = uri.getPathQuery();
        return target == null ? "/" : target;
    }

    static boolean hasBody(Request request) {
        HttpFields headers = request.getHeaders();
        return headers.contains(HttpHeader.TRANSFER_ENCODING) || headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0;
    }

    static boolean isChunked(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** An upper bound for the bytes {@link #writeTo} needs. */
    int sizeBound() {
        int size = 512 + request.getMethod().length() + 3 * target(request).length() + 2 * authority.length();
        for (HttpField field : request.getHeaders()) {
            size += 4
                    + field.getName().length()
                    + 3 * (field.getValue() == null ? 0 : field.getValue().length());
        }
        return size;
    }

    /** Writes the head into a buffer that is ready to be flushed. */
    void writeTo(ByteBuffer buffer) {
        int start = BufferUtil.flipToFill(buffer);
        buffer.put(ascii(request.getMethod())).put((byte) ' ');
        buffer.put(target(request).getBytes(StandardCharsets.UTF_8)).put(VERSION);
        List<String> named = HopByHop.namedByConnection(request.getHeaders());
        for (HttpField field : request.getHeaders()) {
            if (!HopByHop.contains(field, named)) {
                putField(field, buffer);
            }
        }
        putOwnFields(buffer);
        buffer.put(CRLF);
        BufferUtil.flipToFlush(buffer, start);
    }

    private void putField(HttpField field, ByteBuffer buffer) {
        HttpHeader header = field.getHeader();
        if (header == HttpHeader.X_FORWARDED_FOR
                || header == HttpHeader.X_FORWARDED_PROTO
                || header == HttpHeader.X_FORWARDED_HOST) {
            return;
        }
        if (header != HttpHeader.COOKIE || hidden == null) {
            HttpGenerator.putTo(field, buffer);
            return;
        }
        String rest = hidden.strip(field.getValue());
        if (!rest.isEmpty()) {
            HttpGenerator.putTo(new HttpField(HttpHeader.COOKIE, rest), buffer);
        }
    }

    private void putOwnFields(ByteBuffer buffer) {
        HttpFields headers = request.getHeaders();
        String host = headers.get(HttpHeader.HOST);
        if (host == null) {
            put(buffer, "Host: ", authority);
        } else {
            put(buffer, "X-Forwarded-Host: ", host);
        }
        put(buffer, "X-Forwarded-Proto: ", request.isSecure() ? "https" : "http");
        put(buffer, "X-Forwarded-For: ", forwardedFor());
        if (isChunked(request)) {
            buffer.put(CHUNKED);
        }
    }

    private String forwardedFor() {
        String client = Request.getRemoteAddr(request);
        if (!request.getHeaders().contains(HttpHeader.X_FORWARDED_FOR)) {
            return client;
        }
        return String.join(", ", request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR)) + ", " + client;
    }

    private static void put(ByteBuffer buffer, String name, String value) {
        buffer.put(ascii(name)).put(ascii(value)).put(CRLF);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
