package io.homeport.agent;

import io.homeport.RequestView;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request of Undertow as the policy sees it; each thread uses one view for all its requests. */
final class UndertowRequestView implements RequestView {
    private final UndertowDeployments deployments;
    // The current request.
    private @Nullable HttpServerExchange current;
    private boolean postponed;

    UndertowRequestView(UndertowDeployments deployments) {
        this.deployments = deployments;
    }

    UndertowRequestView of(HttpServerExchange exchange) {
        current = exchange;
        postponed = false;
        return this;
    }

    void clear() {
        current = null;
    }

    /** Whether the decision needs a look-up that must not be made on this thread, and so has to be made again. */
    boolean isPostponed() {
        return postponed;
    }

    private HttpServerExchange exchange() {
        return Objects.requireNonNull(current);
    }

    @Override
    public boolean hasMethod(String method) {
        return exchange().getRequestMethod().equalToString(method);
    }

    @Override
    public CharSequence path() {
        String uri = exchange().getRequestURI();
        return exchange().isHostIncludedInRequestURI() ? pathOf(uri) : uri;
    }

    private static String pathOf(String absolute) {
        int authority = absolute.indexOf("//") + 2;
        int slash = absolute.indexOf('/', authority);
        return slash < 0 ? "/" : absolute.substring(slash);
    }

    @Override
    public @Nullable CharSequence query() {
        String query = exchange().getQueryString();
        return query == null || query.isEmpty() ? null : query;
    }

    @Override
    public int cookieFields() {
        HeaderValues fields = exchange().getRequestHeaders().get(Headers.COOKIE);
        return fields == null ? 0 : fields.size();
    }

    @Override
    public CharSequence cookieField(int index) {
        return exchange().getRequestHeaders().get(Headers.COOKIE).get(index);
    }

    @Override
    public @Nullable String header(String name) {
        return exchange().getRequestHeaders().getFirst(name);
    }

    @Override
    public boolean secure() {
        // Not the session of TLS: over AJP the web server in front has that one.
        return exchange().getRequestScheme().equals("https");
    }

    @Override
    public String remoteAddress() {
        // Over AJP, and where Undertow itself believes a proxy, not the address at the other end of the connection.
        InetSocketAddress peer = exchange().getSourceAddress();
        return peer == null || peer.getAddress() == null
                ? ""
                : peer.getAddress().getHostAddress();
    }

    @Override
    public boolean hasHomeSession() {
        HttpServerExchange exchange = exchange();
        if (!canNameSession()) {
            return false;
        }
        if (!exchange.isInIoThread()) {
            return deployments.hasSession(exchange);
        }
        postponed |= deployments.namesSession(exchange);
        return false;
    }
}
