package io.homeport.sample;

import static io.homeport.sample.Json.member;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * State without a cookie: {@code POST /datafeed} answers 201 with an id, {@code GET /datafeed/{id}/read} counts its reads,
 * {@code DELETE /datafeed/{id}} ends it. Only the node that made a datafeed knows it; elsewhere it is a 404.
 */
@SuppressWarnings("serial") // Never serialised.
final class DatafeedServlet extends HttpServlet {
    private static final Pattern READ = Pattern.compile("/([^/]+)/read");
    private static final Pattern ONE = Pattern.compile("/([^/]+)");

    private final NodeName name;
    private final Map<String, AtomicInteger> readsById = new ConcurrentHashMap<>();

    DatafeedServlet(NodeName name) {
        this.name = name;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            unknown(request).sendOn(response);
            return;
        }
        String id = UUID.randomUUID().toString();
        readsById.put(id, new AtomicInteger());
        response.setHeader("Location", request.getContextPath() + "/datafeed/" + id);
        Reply.json(201, member("id", id), member("node", name.of(request))).sendOn(response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = id(READ, request);
        AtomicInteger reads = id == null ? null : readsById.get(id);
        if (id == null || reads == null) {
            unknown(request).sendOn(response);
            return;
        }
        Reply.json(200, member("id", id), member("reads", reads.incrementAndGet()), member("node", name.of(request)))
                .sendOn(response);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = id(ONE, request);
        if (id == null || readsById.remove(id) == null) {
            unknown(request).sendOn(response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static @Nullable String id(Pattern path, HttpServletRequest request) {
        String info = request.getPathInfo();
        Matcher matcher = path.matcher(info == null ? "" : info);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private Reply unknown(HttpServletRequest request) {
        return Reply.error(404, "no such datafeed on " + name.of(request) + ": " + request.getRequestURI());
    }
}
