package io.homeport.jetty9;

import io.homeport.Answer;
import io.homeport.Header;
import java.io.IOException;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.server.HttpInput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Writes an answer, then reads on what the client is sending: one whose connection is closed under its body never gets to
 * see the answer. A body longer than the bound is cut off all the same.
 */
final class Jetty9Answer {
    /** Bytes; what Tomcat swallows too (its maxSwallowSize). */
    private static final long MAX_DRAINED = 2L * 1024 * 1024;

    private Jetty9Answer() {}

    static Answer write(Request request, Answer answer) {
        Response response = request.getResponse();
        request.setHandled(true);
        response.setStatus(answer.status());
        for (Header header : answer.headers()) {
            response.addHeader(header.name(), header.value());
        }
        response.setContentLength(answer.length());
        boolean expects = request.getHeader("Expect") != null;
        if (expects) {
            // Whether the body still comes nobody can know, so nothing that follows could be told from it.
            response.setHeader("Connection", "close");
        }
        try {
            if (answer.length() > 0) {
                response.getHttpOutput().sendContent(answer.body());
            } else {
                response.closeOutput();
            }
            if (!expects && hasBody(request)) {
                drain(request.getHttpInput());
            }
        } catch (IOException | BadMessageException e) {
            // The client has gone or sends nonsense; Jetty sees that too when it completes the response.
            return answer;
        }
        return answer;
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static void drain(HttpInput input) throws IOException {
        byte[] buffer = new byte[8192];
        long drained = 0;
        int read = 0;
        while (read >= 0 && drained <= MAX_DRAINED) {
            read = input.read(buffer, 0, buffer.length);
            drained += Math.max(0, read);
        }
    }
}
