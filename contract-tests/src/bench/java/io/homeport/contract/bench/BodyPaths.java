package io.homeport.contract.bench;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What an application can make of the body of a request. */
final class BodyPaths {
    private BodyPaths() {}

    static void serve(String way, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (way) {
            case "refuse" -> {
                response.setStatus(401);
                ContractServlet.write(response, "refused unread");
            }
            case "ignore" -> ContractServlet.write(response, "served unread");
            case "read" ->
                ContractServlet.write(
                        response, "read " + request.getInputStream().readAllBytes().length);
            case "answer-first" -> {
                ContractServlet.write(response, "answered, ");
                response.flushBuffer();
                response.getWriter()
                        .write("then read " + request.getInputStream().readAllBytes().length);
            }
            case "listen" -> listen(request);
            default -> response.sendError(404, "no such way");
        }
    }

    private static void listen(HttpServletRequest request) throws IOException {
        AsyncContext async = request.startAsync();
        ServletInputStream body = request.getInputStream();
        body.setReadListener(new ReadListener() {
            private final byte[] buffer = new byte[100];
            private int bytes;

            @Override
            public void onDataAvailable() throws IOException {
                while (body.isReady() && !body.isFinished()) {
                    bytes += Math.max(0, body.read(buffer));
                }
            }

            @Override
            public void onAllDataRead() throws IOException {
                ContractServlet.write((HttpServletResponse) async.getResponse(), "listened to " + bytes);
                async.complete();
            }

            @Override
            public void onError(Throwable error) {
                async.complete();
            }
        });
    }
}
