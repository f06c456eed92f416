package io.homeport.contract;

import java.util.List;
import java.util.stream.Stream;

/** Requests of every kind that an application meets, each as the text of one connection. */
final class VariedRequests {
    private static final String BOUNDARY = "----0123456789";

    private VariedRequests() {}

    /** What the contract application answers. */
    static List<String> ofTheContract() {
        return Stream.of(methods(), targets(), fields(), bodies(), connections(), sessions())
                .flatMap(List::stream)
                .toList();
    }

    /** What Spring MVC answers beside it. */
    static List<String> ofMvc() {
        String upload = "--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + "binary \u00fe\u00ff ".repeat(3000)
                + "\r\n--" + BOUNDARY + "--\r\n";
        String mvc = "/app/mvc/";
        return List.of(
                get(mvc + "plain"),
                line("HEAD", mvc + "plain"),
                line("OPTIONS", mvc + "plain"),
                line("POST", mvc + "plain"),
                get(mvc + "nowhere", "Accept: text/html"),
                get(mvc + "nowhere", "Accept: application/json"),
                get(mvc + "text"),
                get(mvc + "text", "Accept-Encoding: gzip"),
                get(mvc + "text", "Accept-Encoding: br;q=1, identity;q=0.1"),
                get(mvc + "large", "Accept-Encoding: gzip"),
                get(mvc + "resource", "Range: bytes=0-99"),
                get(mvc + "resource", "Range: bytes=999999-"),
                get(mvc + "resource", "If-None-Match: \"v1\""),
                get(mvc + "resource", "If-Modified-Since: Sun, 09 Sep 2001 01:46:40 GMT"),
                get(mvc + "resource", "If-Match: \"other\""),
                get(mvc + "etag/session"),
                get(mvc + "etag/session", "If-None-Match: \"034d51a1d1ec8d62cc16d1dbb5ae79f3e\""),
                get(mvc + "callable"),
                get(mvc + "deferred"),
                get(mvc + "async-throw"),
                get(mvc + "streaming"),
                get(mvc + "include"),
                get(mvc + "forward"),
                get(mvc + "handled"),
                get(mvc + "uncaught", "Accept: application/json"),
                get(mvc + "uncaught", "Accept: text/html"),
                get(mvc + "committed"),
                get(mvc + "plain", "Origin: http://elsewhere.example.org"),
                body("POST", mvc + "upload", "multipart/form-data; boundary=" + BOUNDARY, upload),
                body("POST", mvc + "upload", "multipart/form-data; boundary=wrong", upload),
                body("POST", mvc + "body", "application/octet-stream", "x".repeat(200_000)),
                body("POST", mvc + "body", "application/json", "{\"a\": 1}"),
                get(mvc + "socket"));
    }

    private static List<String> methods() {
        return List.of(
                get("/app/echo?a=1&a=2&b=%20x+y"),
                line("HEAD", "/app/echo"),
                line("HEAD", "/app/session/large"),
                line("POST", "/app/echo"),
                line("DELETE", "/app/echo"),
                line("PATCH", "/app/echo"),
                line("PROPFIND", "/app/echo"),
                line("TRACE", "/app/echo"),
                line("OPTIONS", "/app/echo"),
                line("OPTIONS", "*"),
                line("BREW!", "/app/echo"));
    }

    private static List<String> targets() {
        return List.of(
                get("/"),
                get("/nowhere"),
                get("/app"),
                get("/app/"),
                get("/app//double//slash"),
                get("/app/%C3%A4?q=%C3%A4"),
                get("/app/a%2Fb"),
                get("/app/a%00b"),
                get("/app/x/../echo"),
                get("/app/../app/echo"),
                get("/app/..;/app/echo"),
                get("/app/;p=1/echo"),
                get("/app/session/read;jsessionid=nobody"),
                get("/app/" + "long".repeat(5000)),
                get("http://localhost/app/echo"));
    }

    private static List<String> fields() {
        return List.of(
                get("/app/session/read", "Cookie: JSESSIONID=nobody"),
                get("/app/session/read", "Cookie: HOMEPORT=n1; a=\"b; c\"; $Version=1"),
                get("/app/session/read", "Cookie: HOMEPORT=nobody", "Cookie: HOMEPORT=\"n1\""),
                get("/app/echo", "Accept-Encoding: gzip, br", "Accept-Language: de"),
                get("/app/echo", "If-None-Match: \"v1\"", "Range: bytes=0-4"),
                get("/app/echo", "Authorization: Basic bm9ib2R5Om5vYm9keQ=="),
                get("/app/echo", "X-Large: " + "x".repeat(6000)),
                get("/app/echo", "X-Too-Large: " + "x".repeat(100_000)),
                get("/app/echo", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https"),
                get("/app/echo", "no colon"),
                get("/app/echo", "Bad Name: x"),
                get("/app/echo", "Host: twice.example.org"),
                "GET /app/echo HTTP/1.1\r\nConnection: close\r\n\r\n");
    }

    private static List<String> bodies() {
        String post = "POST /app/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        return List.of(
                body("POST", "/app/echo", "application/x-www-form-urlencoded", "a=1&b=%C3%A4"),
                body("PUT", "/app/echo", "text/plain", "x".repeat(50_000)),
                body("GET", "/app/echo", "text/plain", "a body"),
                post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;ext=1\r\n0123456789\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\nTrailer: T\r\n\r\n3\r\nabc\r\n0\r\nT: 1\r\n\r\n",
                post + "Expect: the-unexpected\r\nContent-Length: 5\r\n\r\nhello",
                post + "Content-Length: five\r\n\r\nhello");
    }

    private static List<String> connections() {
        String kept = "GET /app/session/create-empty HTTP/1.1\r\nHost: localhost\r\n\r\n";
        return List.of(
                kept + get("/app/echo"),
                kept + "POST /app/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello" + kept
                        + line("HEAD", "/app/echo"),
                "GET /app/echo HTTP/1.0\r\n\r\n",
                "GET /app/session/chunked HTTP/1.0\r\n\r\n",
                "GET /app/echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" + get("/app/echo"),
                "GET /app/echo HTTP/3.7\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "nonsense\r\n\r\n");
    }

    private static List<String> sessions() {
        Stream<String> ways = Stream.of(
                "create",
                "create-empty",
                "invalidate",
                "login",
                "send-error",
                "error-page",
                "redirect",
                "throw",
                "reset",
                "async",
                "async-late",
                "stream",
                "include",
                "forward",
                "large",
                "chunked",
                "late",
                "late-login",
                "committed",
                "no-such-way");
        Stream<String> cookies =
                Stream.of("hand-written", "replaced", "object", "removed", "other", "not-modified", "no-store");
        return Stream.concat(ways.map(way -> get("/app/session/" + way)), cookies.map(way -> get("/app/cookie/" + way)))
                .toList();
    }

    private static String get(String target, String... fields) {
        return line("GET", target, fields);
    }

    private static String line(String method, String target, String... fields) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String field : fields) {
            text.append(field).append("\r\n");
        }
        return text.append("Connection: close\r\n\r\n").toString();
    }

    private static String body(String method, String target, String type, String body) {
        String head = line(method, target, "Content-Type: " + type, "Content-Length: " + body.length());
        return head + body;
    }
}
