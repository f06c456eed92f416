package io.homeport.jetty9;

import io.homeport.RequestView;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** A request of Jetty 9.4 to 11 as the policy sees it; each thread uses one view for all its requests. */
final class Jetty9RequestView implements RequestView {
    /** Where a decision that is not the usual one waits for the commit. */
    static final String PASS = "io.homeport.pass";

    private WeakReference<@Nullable Server> server = new WeakReference<>(null);
    // The current request.
    private @Nullable Request current;

    Jetty9RequestView of(Request request) {
        current = request;
        return this;
    }

    /** The server of the request, null where the thread's last one was of the same. */
    @Nullable
    Server serverToMeet() {
        Server current = request().getHttpChannel().getServer();
        if (server.refersTo(current)) {
            return null;
        }
        server = new WeakReference<>(current);
        return current;
    }

    void clear() {
        current = null;
    }

    private Request request() {
        return Objects.requireNonNull(current);
    }

    @Override
    public boolean hasMethod(String method) {
        return method.equals(request().getMethod());
    }

    @Override
    public CharSequence path() {
        return Objects.requireNonNullElse(request().getRequestURI(), "");
    }

    @Override
    public @Nullable CharSequence query() {
        return request().getQueryString();
    }

    @Override
    public int cookieFields() {
        int found = 0;
        for (int i = Jetty9Fields.size(request()) - 1; i >= 0; i--) {
            if (Jetty9Fields.field(request(), i).getHeader() == HttpHeader.COOKIE) {
                found++;
            }
        }
        return found;
    }

    @Override
    public CharSequence cookieField(int index) {
        int left = index;
        for (int i = 0; i < Jetty9Fields.size(request()); i++) {
            HttpField field = Jetty9Fields.field(request(), i);
            if (field.getHeader() == HttpHeader.COOKIE && left-- == 0) {
                return Objects.requireNonNullElse(field.getValue(), "");
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public @Nullable String header(String name) {
        return request().getHeader(name);
    }

    @Override
    public boolean secure() {
        return request().isSecure();
    }

    @Override
    public String remoteAddress() {
        return Objects.requireNonNullElse(request().getRemoteAddr(), "");
    }

    @Override
    public boolean hasHomeSession() {
        return canNameSession() && Jetty9Sessions.isHome(request());
    }
}
