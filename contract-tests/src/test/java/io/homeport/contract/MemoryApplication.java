package io.homeport.contract;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The contract application where nothing lies between it and the headers: most of its ways come to the same. */
final class MemoryApplication {
    private static final String SET_COOKIE = "Set-Cookie";
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String SESSION = "SESSION=abc; Path=/";

    private final MemorySessions sessions;

    MemoryApplication(MemorySessions sessions) {
        this.sessions = sessions;
    }

    MemoryResponse serve(MemoryRequest request) {
        String path = request.applicationPath();
        if (path.startsWith("/session/")) {
            return session(path.substring("/session/".length()), request);
        }
        if (path.startsWith("/cookie/")) {
            return cookie(path.substring("/cookie/".length()), request);
        }
        return ok(path.equals("/echo") ? echo(request) : "application " + path);
    }

    private static MemoryResponse ok(String body) {
        return new MemoryResponse(200).write(body);
    }

    private MemoryResponse session(String way, MemoryRequest request) {
        return switch (way) {
            case "send-error" -> create(new MemoryResponse(409));
            case "error-page" -> create(new MemoryResponse(410));
            case "redirect" -> create(new MemoryResponse(302));
            case "throw" -> create(new MemoryResponse(500));
            case "reset" -> ok("after reset");
            case "committed" -> ok("committed, session refused");
            case "large", "chunked", "late", "late-login" -> create(ok("x".repeat(200_000)));
            case "read" -> read(request.homeSession());
            case "invalidate" -> {
                sessions.end(request.homeSession());
                yield ok("invalidated");
            }
            case "login" -> login(request.homeSession());
            default -> visit(request.homeSession());
        };
    }

    private MemoryResponse create(MemoryResponse response) {
        return response.add(SET_COOKIE, "JSESSIONID=" + sessions.create() + "; Path=/app");
    }

    private MemoryResponse read(String session) {
        return ok(session.isEmpty() ? "no session" : "visit " + sessions.visit(session));
    }

    private MemoryResponse visit(String session) {
        if (!session.isEmpty()) {
            return ok("visit " + sessions.visit(session));
        }
        String created = sessions.create();
        return ok("visit " + sessions.visit(created)).add(SET_COOKIE, "JSESSIONID=" + created + "; Path=/app");
    }

    private MemoryResponse login(String session) {
        if (!session.isEmpty()) {
            sessions.visit(session);
        }
        String renamed = sessions.rename(session);
        return ok("visit " + sessions.visit(renamed)).add(SET_COOKIE, "JSESSIONID=" + renamed + "; Path=/app");
    }

    private MemoryResponse cookie(String way, MemoryRequest request) {
        return switch (way) {
            case "hand-written", "replaced", "object", "late-hand-written", "late-object" ->
                ok(way).add(SET_COOKIE, SESSION);
            case "removed" -> ok(way).add(SET_COOKIE, "SESSION=; Max-Age=0; Path=/");
            case "other" -> ok(way).add(SET_COOKIE, "colour=blue; Path=/");
            case "not-modified" -> new MemoryResponse(304);
            case "not-modified-created" -> create(new MemoryResponse(304));
            case "public-before" -> create(ok(way)).add(CACHE_CONTROL, "public, max-age=60");
            case "public-after" -> create(ok(way)).add(CACHE_CONTROL, "public, s-maxage=90, max-age=60");
            case "public-added" -> create(ok(way)).add(CACHE_CONTROL, "public").add(CACHE_CONTROL, "max-age=60");
            case "expires" -> create(ok(way)).add("Expires", "Fri, 02 Oct 2096 07:06:40 GMT");
            case "no-store" -> create(ok(way)).add(CACHE_CONTROL, "no-store");
            default -> throw new IllegalArgumentException(way + " of " + request.path());
        };
    }

    private static String echo(MemoryRequest request) {
        @Nullable String query = request.applicationQuery();
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.merge(parts[0], parts[1], (first, next) -> first + "," + next);
        }
        StringBuilder seen = new StringBuilder();
        seen.append(String.format(
                Locale.ROOT, "method=%s\nquery=%s\n", request.ask().method(), query));
        seen.append("body=").append(request.ask().length()).append('\n');
        parameters.forEach((name, value) ->
                seen.append("parameter ").append(name).append('=').append(value).append('\n'));
        return seen.toString();
    }
}
