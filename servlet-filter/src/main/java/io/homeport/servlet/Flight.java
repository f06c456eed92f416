package io.homeport.servlet;

import io.homeport.InFlight;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;

/** One request from its entrance to its end, which for an asynchronous one is that of its last cycle. */
final class Flight implements AsyncListener {
    private final InFlight inFlight;

    private Flight(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    static Flight begin(InFlight inFlight) {
        Flight flight = new Flight(inFlight);
        inFlight.enter(flight);
        return flight;
    }

    void end() {
        inFlight.leave(this);
    }

    /** The application has left the request, or has taken it along. */
    void left(HttpServletRequest request) {
        try {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(this);
                return;
            }
        } catch (IllegalStateException e) {
            // It has ended between the two questions.
            end();
            return;
        }
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    /** Listeners are told of a further cycle, and then forgotten. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // The application or its container ends it, which is told by onComplete.
    }

    @Override
    public void onError(AsyncEvent event) {
        // As above.
    }
}
