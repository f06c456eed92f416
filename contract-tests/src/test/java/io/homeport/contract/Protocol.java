package io.homeport.contract;

/** What clients, or the web server between them and the container, speak to a node. */
enum Protocol {
    HTTP_1_1("http", "HTTP/1.1"),
    /** HTTP/2 over clear text, with prior knowledge. */
    H2C("h2c", "HTTP/2 (h2c)"),
    /** HTTP/2 over TLS, agreed on by ALPN. */
    H2("h2", "HTTP/2 (TLS)"),
    AJP("ajp", "AJP 1.3");

    private final String connector;
    private final String title;

    Protocol(String connector, String title) {
        this.connector = connector;
        this.title = title;
    }

    /** As the table of cells names it. */
    String title() {
        return title;
    }

    /** Whether a node believes its clients to use https. */
    boolean isSecure() {
        return this == H2;
    }

    /** The JVM options that let the contract application listen for it. */
    String[] options() {
        String protocol = "-Dbench.protocol=" + connector;
        return isSecure()
                ? new String[] {
                    protocol,
                    "-Dbench.keystore=" + TestCertificate.keyStore(),
                    "-Dbench.password=" + TestCertificate.PASSWORD
                }
                : new String[] {protocol};
    }

    Client client(int port) {
        return switch (this) {
            case HTTP_1_1 -> new RawClient(port);
            case H2C, H2 -> new Http2Client(port, isSecure());
            case AJP -> new AjpClient(port, AjpOrigin.LOCAL);
        };
    }
}
