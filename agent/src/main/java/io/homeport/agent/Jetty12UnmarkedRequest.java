package io.homeport.agent;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** A request without our marker; Jetty's own way to change a request's URI is not there in 12.0.0. */
final class Jetty12UnmarkedRequest extends Request.Wrapper {
    private final HttpURI uri;

    Jetty12UnmarkedRequest(Request marked, HttpURI uri) {
        super(marked);
        this.uri = uri;
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }
}
