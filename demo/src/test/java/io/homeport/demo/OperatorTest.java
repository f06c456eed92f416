package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OperatorTest {
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final Node node;

    OperatorTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            told.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("hold") ? 200 : 409, -1);
            exchange.close();
        });
        server.start();
        node = new Node("node1", "tomcat", 0, server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void commandIsAPostToTheManagementPort() {
        Operator.tell(node, "hold");

        assertThat(told).containsExactly("POST /node/hold");
    }

    @Test
    void refusalAndSilenceAreSaidPlainly() {
        assertThatThrownBy(() -> Operator.tell(node, "sink"))
                .isInstanceOf(DemoException.class)
                .hasMessageEndingWith("/node/sink was answered with 409 (expected: 2xx)");
        stop();
        assertThatThrownBy(() -> Operator.tell(node, "hold"))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("Connection refused");
    }
}
