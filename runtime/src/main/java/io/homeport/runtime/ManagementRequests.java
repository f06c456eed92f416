package io.homeport.runtime;

import io.homeport.Answer;
import io.homeport.Header;
import io.homeport.NodeReport;
import io.homeport.RequestView;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides what the management listener answers. */
final class ManagementRequests {
    private static final String JSON = "application/json";
    private static final String SESSIONS = "/sessions/";
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
        String path = request.path().toString();
        if (path.startsWith(SESSIONS)) {
            return session(request, path.substring(SESSIONS.length()));
        }
        return switch (path) {
            case "/node" -> node(request);
            case "/metrics" -> metrics(request);
            case "/node/hold", "/node/release", "/node/promote", "/node/demote", "/node/drain" -> change(request);
            default ->
                text(
                        404,
                        "expected: /node, /node/hold, /node/release, /node/promote, /node/demote, /node/drain,"
                                + " /metrics, /sessions/ID or a health path",
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

    private static boolean isRead(RequestView request) {
        return request.hasMethod("GET") || request.hasMethod("HEAD");
    }

    private static Answer onlyReads() {
        return text(405, "expected: GET", "Allow", "GET, HEAD");
    }

    /** Whether the session lives here; its id may carry a route behind a dot, as the clients' cookies have it. */
    private Answer session(RequestView request, String encoded) {
        if (!isRead(request)) {
            return onlyReads();
        }
        String id;
        try {
            id = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text(400, "/sessions/" + encoded + " (expected: /sessions/ID)", "X-Content-Type-Options", "nosniff");
        }
        int dot = id.lastIndexOf('.');
        boolean here = service.hasSession(id) || (dot > 0 && service.hasSession(id.substring(0, dot)));
        return here ? of(200, JSON, NodeReport.session(service.node(), id)) : of(404, JSON, "{}\n");
    }

    private Answer metrics(RequestView request) {
        return isRead(request) ? of(200, MetricsPage.TYPE, service.metrics()) : onlyReads();
    }

    private Answer node(RequestView request) {
        if (!isRead(request)) {
            return onlyReads();
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
        return switch (request.path().toString()) {
            case "/node/hold" -> state(service.hold());
            case "/node/release" -> state(service.release());
            case "/node/promote" -> promote();
            case "/node/demote" -> role(service.demote());
            default -> drain(request);
        };
    }

    private Answer promote() {
        String refusal = service.whyNotPromoted();
        return refusal == null ? role(service.promote()) : text(409, refusal, "X-Content-Type-Options", "nosniff");
    }

    private Answer drain(RequestView request) {
        DrainQuery query = new DrainQuery(request.query());
        Drain.Wish wish = query.wish();
        return query.problem() == null
                ? state(service.drain(wish))
                : text(400, query.problem(), "X-Content-Type-Options", "nosniff");
    }

    private static Answer state(String state) {
        return of(200, JSON, "{\"state\":\"" + state + "\"}\n");
    }

    private Answer role(String state) {
        String role = service.node().role().key();
        return of(200, JSON, "{\"state\":\"" + state + "\",\"role\":\"" + role + "\"}\n");
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
