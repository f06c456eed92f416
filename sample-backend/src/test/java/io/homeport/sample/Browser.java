package io.homeport.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One user with a cookie jar. */
final class Browser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String base;

    Browser(String base) {
        this.base = base;
    }

    HttpResponse<String> get(String path) {
        return send(to(path), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String form) {
        return send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path) {
        return send(to(path).DELETE(), BodyHandlers.ofString());
    }

    /** Sends so many zero bytes, chunked. */
    HttpResponse<String> upload(String path, long bytes) {
        var body = BodyPublishers.ofInputStream(() -> new Zeros(bytes));
        return send(to(path).POST(body), BodyHandlers.ofString());
    }

    List<String> stream(String path) {
        return send(to(path), BodyHandlers.ofLines()).body().toList();
    }

    /** The first line of an answer that may never end; then hangs up. */
    String firstLine(String path) {
        try (Stream<String> lines = send(to(path), BodyHandlers.ofLines()).body()) {
            return lines.findFirst().orElseThrow();
        }
    }

    List<String> sessionIds() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .toList();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
