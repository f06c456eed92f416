package io.homeport.runtime;

import io.homeport.Answer;
import io.homeport.Header;
import io.homeport.RequestView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides what the management listener answers. */
final class ManagementRequests {
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain;charset=utf-8";

    private final NodeService service;
    private final String token;

    ManagementRequests(NodeService service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Never throws: an error inside is reported as on every other way in. */
    Answer answer(RequestView request) {
        try {
            return decide(request);
        } catch (RuntimeException | LinkageError e) {
            service.homeport().report("management", e);
            return of(500, TEXT, "an error inside Homeport; its log says which\n");
        }
    }

    private Answer decide(RequestView request) {
        @Nullable Answer probe = service.homeport().probe(request);
        if (probe != null) {
            return probe;
        }
        if (!isAllowed(request.header("Authorization"))) {
            return text(
                    401,
                    "Authorization: (expected: Bearer and the value of management.token)",
                    "WWW-Authenticate",
                    "Bearer");
        }
        return switch (request.path().toString()) {
            case "/node" -> node(request);
            case "/node/hold", "/node/release" -> change(request);
            default ->
                text(
                        404,
                        "expected: /node, /node/hold, /node/release or a health path",
                        "X-Content-Type-Options",
                        "nosniff");
        };
    }

    /** Compared in constant time, so that the time taken tells nothing of the token. */
    private boolean isAllowed(@Nullable String authorization) {
        if (token.isEmpty()) {
            return true;
        }
        byte[] given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private Answer node(RequestView request) {
        if (!request.hasMethod("GET") && !request.hasMethod("HEAD")) {
            return text(405, "expected: GET", "Allow", "GET, HEAD");
        }
        String accept = request.header("Accept");
        boolean people = accept != null && accept.toLowerCase(Locale.ROOT).startsWith("text/plain");
        return people
                ? of(200, TEXT, service.report().table())
                : of(200, JSON, service.report().json());
    }

    private Answer change(RequestView request) {
        if (!request.hasMethod("POST")) {
            return text(405, "expected: POST", "Allow", "POST");
        }
        // Browsers send Origin with every POST that a page makes; operators' tools never do.
        if (request.header("Origin") != null) {
            return text(403, "Origin: (expected: none; no web page may change a node)", "Vary", "Origin");
        }
        String state = request.path().toString().equals("/node/hold") ? service.hold() : service.release();
        return of(200, JSON, "{\"state\":\"" + state + "\"}\n");
    }

    private static Answer text(int status, String line, String name, String value) {
        return Answer.of(
                status, List.of(new Header("Content-Type", TEXT), noStore(), new Header(name, value)), line + "\n");
    }

    private static Answer of(int status, String type, String body) {
        return Answer.of(status, List.of(new Header("Content-Type", type), noStore()), body);
    }

    private static Header noStore() {
        return new Header("Cache-Control", "no-store");
    }
}
