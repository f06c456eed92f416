package io.homeport.agent;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** A request without the mark of its redirects. Jetty's own {@code Request.serveAs} is newer than 12.0.0. */
final class Jetty12Unmarked extends Request.Wrapper {
    private final HttpURI uri;

    Jetty12Unmarked(Request request, HttpURI uri) {
        super(request);
        this.uri = uri;
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }
}
