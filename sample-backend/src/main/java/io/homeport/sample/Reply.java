package io.homeport.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A whole answer, decided before anything is written. */
record Reply(int status, String type, String body) {
    private static final String JSON = "application/json";

    static Reply json(int status, Json.Member... members) {
        return new Reply(status, JSON, Json.object(members) + "\n");
    }

    static Reply error(int status, String message) {
        return json(status, Json.member("error", message));
    }

    static Reply text(String body) {
        return new Reply(HttpServletResponse.SC_OK, "text/plain;charset=UTF-8", body);
    }

    void sendOn(HttpServletResponse response) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
