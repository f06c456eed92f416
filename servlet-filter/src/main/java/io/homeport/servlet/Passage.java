package io.homeport.servlet;

import io.homeport.Homeport;
import io.homeport.Pass;

/** What is known of a request that goes on to the application. */
record Passage(Homeport homeport, ServletRequestView view, Pass pass, CookieStore store) {

    /** Whether the stamp must wait until the response has shown that it is no 304, which only such a request can get. */
    boolean mustWait() {
        return pass == Pass.RESTAMP
                && (view.header("If-None-Match") != null || view.header("If-Modified-Since") != null);
    }
}
