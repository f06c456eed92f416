package io.homeport.benchmarks;

import java.util.Locale;

/** The servers that are measured. */
enum ServerKind {
    TOMCAT("Tomcat 11.0"),
    JETTY("Jetty 12.1"),
    UNDERTOW("Undertow 2.3");

    private final String title;

    ServerKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ServerKind of(String argument) {
        return valueOf(argument.toUpperCase(Locale.ROOT));
    }

    /** Starts it with {@link Hello} alone and gives its port. */
    int start(int port, boolean filter) throws Exception {
        return switch (this) {
            case TOMCAT -> TomcatHello.start(port, filter);
            case JETTY -> JettyHello.start(port);
            case UNDERTOW -> UndertowHello.start(port);
        };
    }
}
