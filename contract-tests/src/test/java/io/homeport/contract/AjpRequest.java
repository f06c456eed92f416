package io.homeport.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The forward-request packet of AJP 1.3, as Apache httpd's mod_proxy_ajp writes it. */
final class AjpRequest {
    private static final int FORWARD_REQUEST = 2;
    private static final int QUERY = 5;
    private static final int STORED_METHOD = 13;
    private static final int END = 0xff;
    /** A method without a code of its own. */
    private static final int OTHER_METHOD = 0xff;

    private static final int COOKIE = 0xa009;

    /** The first has code 1. */
    private static final List<String> METHODS = List.of("OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private AjpRequest() {}

    static byte[] of(Ask ask, AjpOrigin origin) {
        AjpRequest request = new AjpRequest();
        int code = METHODS.indexOf(ask.method()) + 1;
        request.bytes.write(FORWARD_REQUEST);
        request.bytes.write(code == 0 ? OTHER_METHOD : code);
        request.text("HTTP/1.1");
        request.text(ask.target().split("\\?", 2)[0]);
        request.connection(origin);
        request.headers(ask);
        if (ask.target().contains("?")) {
            request.attribute(QUERY, ask.target().split("\\?", 2)[1]);
        }
        if (code == 0) {
            request.attribute(STORED_METHOD, ask.method());
        }
        request.bytes.write(END);
        return request.bytes.toByteArray();
    }

    /** The client's address and name, the server's name and port, and whether the client came by TLS. */
    private void connection(AjpOrigin origin) {
        text(origin.address());
        text(origin.address());
        text("localhost");
        number(origin.secure() ? 443 : 80);
        bytes.write(origin.secure() ? 1 : 0);
    }

    private void headers(Ask ask) {
        boolean host = ask.value("Host").isEmpty();
        boolean length = ask.length() > 0;
        number(ask.headers().size() + (host ? 1 : 0) + (length ? 1 : 0));
        for (String header : ask.headers()) {
            int colon = header.indexOf(':');
            header(header.substring(0, colon), header.substring(colon + 2));
        }
        if (host) {
            header("Host", "localhost");
        }
        if (length) {
            header("Content-Length", String.valueOf(ask.length()));
        }
    }

    private void header(String name, String value) {
        if (name.equals("Cookie")) {
            number(COOKIE);
        } else {
            text(name);
        }
        text(value);
    }

    private void attribute(int code, String value) {
        bytes.write(code);
        text(value);
    }

    private void text(String text) {
        byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
        number(content.length);
        bytes.writeBytes(content);
        bytes.write(0);
    }

    private void number(int number) {
        bytes.write(number >> 8);
        bytes.write(number);
    }
}
