package io.homeport.demo;

import java.net.URI;

/** One backend of the demo: its route, the server it runs on and where it listens. */
record Node(String id, String server, int port, int managementPort) {

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }
}
