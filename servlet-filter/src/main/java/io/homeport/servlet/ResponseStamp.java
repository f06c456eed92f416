package io.homeport.servlet;

import io.homeport.Stamp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the affinity cookie of one response as soon as the response shows that it needs one, and keeps such a response
 * out of shared caches. Whatever goes wrong here is reported and leaves the response as it is.
 */
final class ResponseStamp {
    private static final String SET_COOKIE = "Set-Cookie";
    private static final String CACHE_CONTROL = "Cache-Control";
    /** Stands for the session cookie of a container that does not show it. */
    private static final String SOME_SESSION = "JSESSIONID=created";

    private final Passage passage;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    // Cookies that the container may not show: the session's and the application's. One thread at a time, as all below.
    private final List<String> noted = new ArrayList<>(2);
    private @Nullable String written;
    private boolean waiting;
    private boolean privateByUs;

    ResponseStamp(Passage passage, HttpServletRequest request, HttpServletResponse response) {
        this.passage = passage;
        this.request = request;
        this.response = response;
        this.waiting = passage.mustWait();
    }

    HttpServletRequest request() {
        return request;
    }

    void sessionCreated() {
        cookieAdded(SOME_SESSION);
    }

    void cookieAdded(String setCookie) {
        noted.add(setCookie);
        waiting = false;
        look();
    }

    /** The fields were replaced or reset, ours with them; the session's cookie goes where they are kept. */
    void cookiesDropped() {
        if (passage.store() == CookieStore.HEADERS) {
            noted.clear();
        }
        look();
    }

    /** An exception is on its way to the container. One that keeps cookies apart drops every field now, ours too. */
    void thrown() {
        if (written == null || passage.store() == CookieStore.HEADERS || response.isCommitted()) {
            return;
        }
        try {
            response.addCookie(StampCookie.of(written));
        } catch (RuntimeException | LinkageError e) {
            passage.homeport().report("stamp", e);
        }
    }

    /** The body begins or the headers leave: no 304 can come any more. */
    void settle() {
        waiting = false;
        look();
    }

    /** Stamps the response if it shows that it needs it. */
    void look() {
        if (waiting) {
            return;
        }
        try {
            List<String> cookies = new ArrayList<>(response.getHeaders(SET_COOKIE));
            cookies.addAll(noted);
            @Nullable Stamp stamp = response.isCommitted() ? null : ask(cookies);
            if (stamp != null) {
                // While a page is included, containers ignore this; then the next look finds it missing.
                response.addHeader(SET_COOKIE, stamp.setCookie());
                written = stamp.setCookie();
                keepPrivate(stamp);
            }
        } catch (RuntimeException | LinkageError e) {
            passage.homeport().report("stamp", e);
        }
    }

    private @Nullable Stamp ask(List<String> setCookies) {
        return passage.homeport()
                .commit(
                        passage.view(),
                        passage.pass(),
                        new ServletResponseView(passage.context(), response, setCookies));
    }

    private void keepPrivate(Stamp stamp) {
        if (stamp.cacheControl() != null) {
            privateByUs = privateByUs || !response.containsHeader(CACHE_CONTROL);
            response.setHeader(CACHE_CONTROL, stamp.cacheControl());
        }
    }

    /** Whether the field is there by our doing only; the application must not take it for its own. */
    boolean owns(String name) {
        return privateByUs && name.equalsIgnoreCase(CACHE_CONTROL);
    }

    /** The application has written a field after the stamp: what it says of caching must still end private. */
    void headerWritten(String name) {
        boolean control = name.equalsIgnoreCase(CACHE_CONTROL);
        if (written == null || !(control || name.equalsIgnoreCase("Expires"))) {
            return;
        }
        try {
            privateByUs = privateByUs && !control;
            @Nullable Stamp stamp = ask(List.of(SOME_SESSION));
            if (stamp != null) {
                keepPrivate(stamp);
            }
        } catch (RuntimeException | LinkageError e) {
            passage.homeport().report("stamp", e);
        }
    }

    /** A stamped response turns out to be a 304: takes the stamp back where the container lets it. */
    void notModified() {
        if (written == null || response.isCommitted()) {
            return;
        }
        List<String> others = new ArrayList<>(response.getHeaders(SET_COOKIE));
        if (others.remove(written) && !others.isEmpty()) {
            response.setHeader(SET_COOKIE, others.get(0));
            others.subList(1, others.size()).forEach(other -> response.addHeader(SET_COOKIE, other));
        }
    }
}
