package io.homeport.agent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Talks to the management listener of one node. */
record NodeClient(URI base, String token) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What came of a call: the exit code, and the text for standard output or, where it failed, standard error. */
    record Outcome(int exitCode, String text) {
        int print() {
            (exitCode == 0 ? System.out : System.err).println(text.strip());
            return exitCode;
        }
    }

    Outcome get(String path, String accept) {
        return call(request(path).header("Accept", accept).GET());
    }

    Outcome post(String path) {
        return call(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Outcome call(HttpRequest.Builder request) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean done = response.statusCode() == 200;
            return new Outcome(
                    done ? 0 : 1, done ? response.body() : base + ": " + response.statusCode() + " " + response.body());
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Outcome(1, base + ": " + why + " (expected: a node whose management.port is this)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(1, "interrupted");
        }
    }
}
