package io.homeport.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends requests as a browser does: with the client's own cookies, and on to where a 307 says, method and body kept. */
final class Web {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * What a client wants.
     *
     * @param form the body, empty for a GET
     */
    record Errand(URI target, String form) {
        Errand at(URI other) {
            return new Errand(other, form);
        }
    }

    /** The answer in the end; never throws for what the network or a node does. */
    Answer ask(CookieManager jar, Errand errand) {
        Errand next = errand;
        try {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                HttpResponse<String> response = send(jar, next);
                if (response.statusCode() != 307) {
                    return answer(response, redirects);
                }
                String location = response.headers().firstValue("Location").orElse("");
                next = next.at(next.target().resolve(location));
            }
            return Answer.none();
        } catch (IOException | IllegalArgumentException noAnswer) {
            return Answer.none();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none();
        }
    }

    private HttpResponse<String> send(CookieManager jar, Errand errand) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(errand.target()).timeout(PATIENCE);
        jar.get(errand.target(), Map.of()).getOrDefault("Cookie", List.of()).stream()
                .reduce((one, other) -> one + "; " + other)
                .ifPresent(cookies -> request.header("Cookie", cookies));
        if (!errand.form().isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(errand.form()));
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        jar.put(errand.target(), response.headers().map());
        return response;
    }

    private static Answer answer(HttpResponse<String> response, int redirects) throws IOException {
        String node = response.headers().firstValue("X-Served-By").orElse("");
        JsonNode body = response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.nullNode();
        if (!body.has("items")) {
            return new Answer(response.statusCode(), node, redirects, null);
        }
        List<String> items = new ArrayList<>();
        body.get("items").forEach(item -> items.add(item.asText()));
        return new Answer(
                200, node, redirects, new Answer.Cart(body.path("user").asText(), items));
    }
}
