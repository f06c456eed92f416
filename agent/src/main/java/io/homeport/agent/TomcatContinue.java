package io.homeport.agent;

import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;

/**
 * When Tomcat tells a client that waits ({@code Expect: 100-continue}) to send its body: once somebody wants it, so that
 * whoever refuses the request before gets none. Tomcat's own {@code onRead} knows blocking reads only. Where an application
 * waits in another way, or answers well without reading, the client would be left waiting, on a connection on which nobody
 * can tell a late body from the next request. There, the body is asked for from here.
 */
final class TomcatContinue {
    /** What {@code continueResponseTiming} is set to. */
    static final String ON_READ = "onRead";

    /** Why this Tomcat cannot be set to it; empty where it can. */
    static final String OBSTACLE = obstacle();

    private TomcatContinue() {}

    private static String obstacle() {
        try {
            Class.forName("org.apache.coyote.ContinueResponseTiming", false, Request.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return ON_READ + ", which Tomcat has from 9.0.38 on";
        }
        return isHooked()
                ? ""
                : ON_READ + ", which Homeport does not set without its hook in Http11Processor.available";
    }

    private static boolean isHooked() {
        try {
            return Http11Processor.class
                            .getDeclaredMethod("available", boolean.class)
                            .getReturnType()
                    == int.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Sets it, and gives back what is in force. */
    static String set(AbstractHttp11Protocol<?> protocol) {
        if (!OBSTACLE.isEmpty()) {
            return "immediately";
        }
        protocol.setContinueResponseTiming(ON_READ);
        return protocol.getContinueResponseTiming();
    }

    /** The application waits for a body that nobody may have asked for yet. */
    static void awaited(Request request) {
        if (TomcatExchange.of(request).asksForBody()) {
            ask(request);
            if (request.protocol().equals("HTTP/2.0")) {
                // Tomcat would say it once more with the first read; over HTTP/1.1 it knows that it has.
                request.setExpectation(false);
            }
        }
    }

    /** The headers are about to leave; after a good answer, Tomcat waits for the rest of the request. */
    static void committing(Request request, TomcatExchange exchange) {
        int status = request.getResponse().getStatus();
        if (status >= 200 && status < 300 && request.getBytesRead() == 0 && exchange.asksForBody()) {
            ask(request);
        }
    }

    /** Without effect where the setting is not in force. */
    private static void ask(Request request) {
        if (OBSTACLE.isEmpty()) {
            request.action(ActionCode.ACK, ContinueResponseTiming.ON_REQUEST_BODY_READ);
        }
    }
}
