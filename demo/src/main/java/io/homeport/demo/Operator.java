package io.homeport.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Talks to a node's management port, as an operator with curl would. */
final class Operator {
    private static final int PATIENCE_MS = 5000;

    private Operator() {}

    static void tell(Node node, String command) {
        URI address = node.management().resolve("/node/" + command);
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setConnectTimeout(PATIENCE_MS);
            connection.setReadTimeout(PATIENCE_MS);
            int status = connection.getResponseCode();
            if (status >= 300) {
                throw new DemoException("POST " + address + " was answered with " + status + " (expected: 2xx)");
            }
        } catch (IOException e) {
            throw new DemoException("POST " + address + ": " + e);
        }
    }
}
