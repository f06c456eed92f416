package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/**
 * The contract for connections that begin in HTTP/1.1 and are upgraded to h2c by their first request, as the JDK's client
 * does without being told (RFC 7540, section 3.2).
 */
interface UpgradeContract extends Contract {

    private URI uri(String target) {
        return URI.create("http://127.0.0.1:" + ((ContainerNode) node()).port() + target);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> first(String target, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(target)).header("Cookie", cookie);
        return send(HttpClient.newHttpClient(), request);
    }

    private static void assertUpgraded(HttpResponse<String> response, String body) {
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(body);
    }

    private static void assertStamped(HttpResponse<String> response) {
        assertThat(response.headers().allValues("Set-Cookie"))
                .filteredOn(field -> field.startsWith(COOKIE + "="))
                .singleElement()
                .asString()
                .startsWith("HOMEPORT=n1;");
    }

    @Test
    default void requestThatUpgradesIsStamped() {
        HttpResponse<String> response = first("/app/session/create", "a=b");
        assertUpgraded(response, "visit 1");
        assertStamped(response);
    }

    @Test
    default void requestThatUpgradesIsRestamped() {
        HttpResponse<String> response = first("/app/session/read", Contract.sessionOn(node()) + "; HOMEPORT=n2");
        assertUpgraded(response, "visit 2");
        assertStamped(response);
    }

    @Test
    default void requestThatUpgradesIsSentHome() {
        HttpResponse<String> response = first("/app/echo?a=1", "HOMEPORT=n2");
        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("Location")).hasValue(peer().url() + "/app/echo?a=1");
    }

    @Test
    default void loopOfRequestsThatUpgradeEnds() {
        HttpResponse<String> response = first("/app/echo?a=1&homeport-hop=3", "HOMEPORT=vip");
        boolean cleaned = bench().host().can(Limit.CLEAN_A_REQUEST_THAT_UPGRADES);
        String query = cleaned ? "a=1" : "a=1&homeport-hop=3";
        assertUpgraded(response, "method=GET\nquery=" + query + "\nbody=0\nparameter a=1\n");
    }

    @Test
    default void probeThatUpgradesIsAnswered() {
        HttpResponse<String> response = first(bench().health(), "HOMEPORT=n2");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Homeport-State")).hasValue("active");
    }

    @Test
    default void requestsAfterTheUpgradeAreDecidedToo() {
        HttpClient client = HttpClient.newHttpClient();
        assertUpgraded(send(client, HttpRequest.newBuilder(uri("/app/anything"))), "application /anything");
        HttpResponse<String> created = send(client, HttpRequest.newBuilder(uri("/app/session/create")));
        assertUpgraded(created, "visit 1");
        assertStamped(created);
        HttpRequest.Builder foreign = HttpRequest.newBuilder(uri("/app/echo"))
                .header("Cookie", "HOMEPORT=n2")
                .POST(BodyPublishers.ofByteArray(new byte[5000]));
        HttpResponse<String> response = send(client, foreign);
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("Location")).hasValue(peer().url() + "/app/echo");
    }
}
