package io.homeport.servlet;

import io.homeport.Answer;
import io.homeport.Header;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends what Homeport answers in the application's place. */
final class AnswerWriter {
    private AnswerWriter() {}

    static void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean read = RequestBody.isReadToItsEnd(request);
        response.setStatus(answer.status());
        for (Header header : answer.headers()) {
            if (header.name().equals("Set-Cookie")) {
                response.addHeader(header.name(), header.value());
            } else {
                response.setHeader(header.name(), header.value());
            }
        }
        if (!read && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
        response.setContentLength(answer.length());
        if (answer.length() > 0 && !request.getMethod().equals("HEAD")) {
            byte[] body = new byte[answer.length()];
            answer.body().get(body);
            response.getOutputStream().write(body);
        }
    }
}
