package io.homeport.agent;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * Stands in front of the root handler. Runs on the I/O thread, so probes are answered while all workers are stuck; a
 * request whose session has to be looked up moves to a worker first, since the session store may do I/O.
 */
record UndertowHandler(HttpHandler application, UndertowGate gate) implements HttpHandler {

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        gate.next(application, exchange).handleRequest(exchange);
    }
}
