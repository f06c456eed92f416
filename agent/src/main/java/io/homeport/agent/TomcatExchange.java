package io.homeport.agent;

import io.homeport.Hops;
import io.homeport.Pass;
import io.homeport.RequestView;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A request of Tomcat as the policy sees it, and what was decided for it. Tomcat uses one request object for many requests,
 * and its notes stay with it: so does this, and a request allocates nothing of ours. Every state is reset at
 * {@link #begin}. Confined to the thread that Tomcat confines the request to.
 */
final class TomcatExchange implements RequestView {
    /** A note that neither Tomcat nor anybody known uses; there are 32. */
    private static final int NOTE = 28;

    private static final int MAX_COOKIE_FIELDS = 16;

    private final Request request;
    private final TomcatText path = new TomcatText();
    private final TomcatText cookie = new TomcatText();
    private final TomcatText queryText = new TomcatText();
    private final int[] cookieFields = new int[MAX_COOKIE_FIELDS];
    private boolean met;
    // All below are of the current request.
    private org.apache.catalina.connector.@Nullable Request mapped;
    private @Nullable Pass pass;
    private @Nullable String markedQuery;
    private boolean bodyAsked;

    private TomcatExchange(Request request) {
        this.request = request;
    }

    static TomcatExchange of(Request request) {
        if (request.getNote(NOTE) instanceof TomcatExchange exchange) {
            return exchange;
        }
        TomcatExchange exchange = new TomcatExchange(request);
        request.setNote(NOTE, exchange);
        return exchange;
    }

    /** A new request has come in. Our marker leaves its query here, before Tomcat reads the parameters. */
    void begin() {
        mapped = null;
        pass = null;
        markedQuery = null;
        bodyAsked = false;
        CharSequence query = query();
        if (Hops.isMarked(query)) {
            markedQuery = String.valueOf(query);
            String rest = Hops.unmarked(query);
            if (rest == null) {
                request.queryString().recycle();
            } else {
                request.queryString().setString(rest);
            }
        }
    }

    /** Where Tomcat itself keeps the other request, which is of one connector for good; null but for the first time. */
    @Nullable
    Connector connectorToMeet() {
        if (met) {
            return null;
        }
        met = true;
        return request.getNote(CoyoteAdapter.ADAPTER_NOTES) instanceof org.apache.catalina.connector.Request outer
                ? outer.getConnector()
                : null;
    }

    void mapped(org.apache.catalina.connector.Request request) {
        mapped = request;
    }

    void pass(Pass decided) {
        pass = decided;
    }

    /** The answer is ours and carries what it shall carry. */
    void answered() {
        pass = null;
    }

    /** What was decided, once: a later response on this connection that no request led to finds nothing. */
    @Nullable
    Pass takePass() {
        Pass taken = pass;
        pass = null;
        return taken;
    }

    /** Whether this is the first time that the body is asked for in this request. */
    boolean asksForBody() {
        boolean first = !bodyAsked;
        bodyAsked = true;
        return first;
    }

    org.apache.catalina.connector.@Nullable Request mapped() {
        return mapped;
    }

    /** Whether the connection is one of HTTP/1 and ours to close, as AJP's is not. */
    boolean isHttp1() {
        org.apache.catalina.connector.@Nullable Request outer = mapped;
        return outer != null
                && outer.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol
                && !request.protocol().equals("HTTP/2.0");
    }

    /** Tomcat 9.0.1 has no other way to ask. */
    @Override
    @SuppressWarnings("deprecation")
    public boolean hasMethod(String method) {
        return request.method().equals(method);
    }

    @Override
    public CharSequence path() {
        return path.of(request.requestURI());
    }

    @Override
    public @Nullable CharSequence query() {
        if (markedQuery != null) {
            return markedQuery;
        }
        return request.queryString().isNull() ? null : queryText.of(request.queryString());
    }

    @Override
    public int cookieFields() {
        MimeHeaders headers = request.getMimeHeaders();
        int found = 0;
        for (int i = 0; i < headers.size() && found < MAX_COOKIE_FIELDS; i++) {
            if (headers.getName(i).equalsIgnoreCase("Cookie")) {
                cookieFields[found++] = i;
            }
        }
        return found;
    }

    @Override
    public CharSequence cookieField(int index) {
        return cookie.of(request.getMimeHeaders().getValue(cookieFields[index]));
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public boolean secure() {
        return request.scheme().equals("https");
    }

    @Override
    public String remoteAddress() {
        request.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, request);
        return String.valueOf(request.remoteAddr());
    }

    @Override
    public boolean hasHomeSession() {
        return mapped != null && mapped.isRequestedSessionIdValid();
    }
}
