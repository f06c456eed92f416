package io.homeport.servlet;

import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * One request that the application handles, its wrappers, and the stamp of its response. A filter sees no commit and
 * containers refuse sessions after it, so the stamp is written as soon as a session shows. Used by one thread at a time,
 * as the container's own request is.
 */
final class Exchange {
    /** The request attribute that marks a request as decided. */
    static final String ATTRIBUTE = "io.homeport.exchange";

    private final Passage passage;
    private final StampingRequest request;
    private final StampingResponse response;
    private final ResponseStamp stamp;
    // Written once, by begun(); null for what happens again within the same exchange.
    private @Nullable Flight flight;

    Exchange(Passage passage, HttpServletRequest request, HttpServletResponse response) {
        this.passage = passage;
        this.stamp = new ResponseStamp(passage, request, response);
        this.response = new StampingResponse(response, stamp);
        this.request = new StampingRequest(UnmarkedRequest.of(request), this.response, stamp);
    }

    /** Whether the request has come through here already and still wears our wrapper: a nested dispatch. */
    static boolean covers(HttpServletRequest request) {
        return request instanceof StampingRequest
                || (request instanceof ServletRequestWrapper wrapper && wrapper.isWrapperFor(StampingRequest.class));
    }

    /** Marks the request as decided, and stamps what needs no waiting for. */
    void begun(Flight begun) {
        flight = begun;
        HttpServletRequest plain = stamp.request();
        plain.setAttribute(ATTRIBUTE, this);
        HttpSession session = plain.getSession(false);
        if (session != null && session.isNew() && !ServletRequestView.isRequested(plain, session)) {
            // The container's own login has made it, ahead of every filter.
            stamp.sessionCreated();
        } else {
            stamp.look();
        }
    }

    /** The same exchange around the bare request that a container hands to its error pages. */
    Exchange again(HttpServletRequest bareRequest, HttpServletResponse bareResponse) {
        return new Exchange(passage, bareRequest, bareResponse);
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    /** After the application has run; an asynchronous one may still be writing. */
    void leave(boolean returned) {
        try {
            if (!request.isDetached()) {
                stamp.settle();
            }
            if (!returned) {
                stamp.thrown();
            }
        } finally {
            end(returned);
        }
    }

    /** Tomcat tells no listener of an asynchronous request that has thrown: it closes the connection. */
    private void end(boolean returned) {
        if (flight == null) {
            return;
        }
        if (returned) {
            flight.left(stamp.request());
        } else {
            flight.end();
        }
    }
}
