package io.homeport.sample;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code GET /events}: server-sent events, one every 200 ms, up to {@code ?count=N} or until the client leaves. */
@SuppressWarnings("serial") // Never serialised.
final class EventsServlet extends HttpServlet {
    private final NodeName name;

    EventsServlet(NodeName name) {
        this.name = name;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int count = count(request.getParameter("count"));
        if (count < 1) {
            Reply.error(400, "count: " + request.getParameter("count") + " (expected: a number from 1)")
                    .sendOn(response);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        new EventStream(request.startAsync(), name.of(request), count).start();
    }

    /** The number asked for, unbounded by default, 0 where it is no number. */
    private static int count(@Nullable String parameter) {
        if (parameter == null) {
            return Integer.MAX_VALUE;
        }
        return parameter.matches("\\d{1,9}") ? Integer.parseInt(parameter) : 0;
    }
}
