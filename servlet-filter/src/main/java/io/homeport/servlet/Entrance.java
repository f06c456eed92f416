package io.homeport.servlet;

import io.homeport.Answer;
import io.homeport.Decision;
import io.homeport.Homeport;
import io.homeport.Pass;
import io.homeport.runtime.HomeportNode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where requests come in to a node, by way of the filter or of the agent's fallback. */
final class Entrance {
    private final HomeportNode node;
    private final Homeport homeport;

    Entrance(HomeportNode node) {
        this.node = node;
        this.homeport = node.homeport();
    }

    /** Decides; null once Homeport has answered itself. */
    @Nullable
    Exchange enter(HttpServletRequest request, HttpServletResponse response, ServletContext context)
            throws IOException {
        if (request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange first) {
            return first.again(request, response);
        }
        // Only a started application is given requests, whatever its declaration says.
        node.applicationStarted();
        ServletRequestView view = new ServletRequestView(request);
        Flight flight = Flight.begin(node.inFlight());
        boolean goesOn = false;
        try {
            @Nullable Pass pass = pass(view, request, response);
            if (pass == null) {
                return null;
            }
            if (node.connectionClosing().closes() && request.getProtocol().startsWith("HTTP/1")) {
                response.setHeader("Connection", "close");
            }
            Exchange exchange = new Exchange(new Passage(homeport, context, view, pass), request, response);
            exchange.begun(flight);
            goesOn = true;
            return exchange;
        } finally {
            if (!goesOn) {
                flight.end();
            }
        }
    }

    /** Null once Homeport has answered itself. */
    private @Nullable Pass pass(ServletRequestView view, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        Decision decision = first ? homeport.decide(view) : Pass.STICKY;
        if (decision instanceof Answer answer && isWritten(answer, request, response)) {
            return null;
        }
        return decision instanceof Pass passed ? passed : Pass.STICKY;
    }

    private boolean isWritten(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            AnswerWriter.write(answer, request, response);
            return true;
        } catch (RuntimeException | LinkageError e) {
            homeport.report("answer", e);
            if (response.isCommitted()) {
                return true;
            }
            response.reset();
            return false;
        }
    }
}
