package io.homeport.servlet;

import io.homeport.Homeport;
import io.homeport.Pass;
import jakarta.servlet.ServletContext;

/**
 * What is known of a request that goes on to the application.
 *
 * @param context the application's; Jetty's ee8 takes it from an asynchronous request once its first thread has left
 */
record Passage(Homeport homeport, ServletContext context, ServletRequestView view, Pass pass) {

    CookieStore store() {
        return CookieStore.of(context);
    }

    /** Whether the stamp must wait until the response has shown that it is no 304, which only such a request can get. */
    boolean mustWait() {
        return pass == Pass.RESTAMP
                && (view.header("If-None-Match") != null || view.header("If-Modified-Since") != null);
    }
}
