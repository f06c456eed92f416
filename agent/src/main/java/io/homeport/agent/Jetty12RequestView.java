package io.homeport.agent;

import io.homeport.RequestView;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** A request of Jetty 12 as the policy sees it; each thread uses one view for all its requests. */
final class Jetty12RequestView implements RequestView {
    private WeakReference<@Nullable Server> server = new WeakReference<>(null);
    // The current request.
    private @Nullable Request current;

    Jetty12RequestView of(Request request) {
        current = request;
        return this;
    }

    /** The server of the request, null where the thread's last one was of the same. */
    @Nullable
    Server serverToMeet() {
        Server current = request().getConnectionMetaData().getConnector().getServer();
        if (server.refersTo(current)) {
            return null;
        }
        server = new WeakReference<>(current);
        return current;
    }

    void clear() {
        current = null;
    }

    Request request() {
        return Objects.requireNonNull(current);
    }

    @Override
    public boolean hasMethod(String method) {
        return request().getMethod().equals(method);
    }

    @Override
    public CharSequence path() {
        String path = request().getHttpURI().getPath();
        return path == null ? "" : path;
    }

    @Override
    public @Nullable CharSequence query() {
        return request().getHttpURI().getQuery();
    }

    @Override
    public int cookieFields() {
        HttpFields headers = request().getHeaders();
        int found = 0;
        for (int i = 0; i < headers.size(); i++) {
            if (headers.getField(i).getHeader() == HttpHeader.COOKIE) {
                found++;
            }
        }
        return found;
    }

    @Override
    public CharSequence cookieField(int index) {
        HttpFields headers = request().getHeaders();
        int left = index;
        for (int i = 0; i < headers.size(); i++) {
            HttpField field = headers.getField(i);
            if (field.getHeader() == HttpHeader.COOKIE && left-- == 0) {
                String value = field.getValue();
                return value == null ? "" : value;
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public @Nullable String header(String name) {
        return request().getHeaders().get(name);
    }

    @Override
    public boolean secure() {
        return request().getConnectionMetaData().isSecure();
    }

    @Override
    public String remoteAddress() {
        return Request.getRemoteAddr(request());
    }

    @Override
    public boolean hasHomeSession() {
        return canNameSession() && Jetty12Sessions.isHome(request());
    }

    /** The path below which the application's cookies are valid. */
    boolean isBelow(String contextPath) {
        String path = request().getHttpURI().getCanonicalPath();
        boolean root = contextPath.equals("/") || contextPath.isEmpty();
        return path != null && (root || path.equals(contextPath) || path.startsWith(contextPath + "/"));
    }
}
