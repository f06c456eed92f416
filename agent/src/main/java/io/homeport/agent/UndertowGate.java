package io.homeport.agent;

import io.homeport.Answer;
import io.homeport.ConnectionClosing;
import io.homeport.Decision;
import io.homeport.Homeport;
import io.homeport.Hops;
import io.homeport.InFlight;
import io.homeport.Pass;
import io.homeport.Stamp;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.RequestThreads;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioWorker;

/** What a request of Undertow passes before it gets to its root handler, and its response before it is committed. */
final class UndertowGate {
    private static final AttachmentKey<Pass> PASS = AttachmentKey.create(Pass.class);

    /** Marks a connection whose requests come by here, once for all of them; WildFly's management has its own. */
    private static final AttachmentKey<UndertowGate> OURS = AttachmentKey.create(UndertowGate.class);

    private static final int SWITCHING_PROTOCOLS = 101;

    private final Homeport homeport;
    private final InFlight inFlight;
    private final ConnectionClosing closing;
    private final RequestThreads<XnioWorker> threads;
    private final UndertowDeployments deployments;
    private final UndertowUpgrades upgrades;
    private final ThreadLocal<UndertowRequestView> views;

    UndertowGate(HomeportNode node, UndertowDeployments deployments, UndertowUpgrades upgrades) {
        this.homeport = node.homeport();
        this.inFlight = node.inFlight();
        this.closing = node.connectionClosing();
        this.threads = new RequestThreads<>(node, new UndertowThreads());
        this.deployments = deployments;
        this.upgrades = upgrades;
        this.views = ThreadLocal.withInitial(() -> new UndertowRequestView(deployments));
    }

    /** Who handles the request next: the application, or in its place what answers or what asks again on a worker. */
    HttpHandler next(HttpHandler application, HttpServerExchange exchange) {
        if (UndertowUpgrades.isDecided(exchange)) {
            return application;
        }
        UndertowRequestView view = views.get();
        Decision decision;
        boolean later;
        inFlight.enter(exchange);
        try {
            mark(exchange);
            decision = homeport.decide(view.of(exchange));
            later = view.isPostponed();
        } finally {
            view.clear();
        }
        if (later) {
            return postponed -> postponed.dispatch(new UndertowHandler(application, this));
        }
        if (decision instanceof Answer answer) {
            inFlight.leave(exchange);
            return answered -> UndertowAnswer.write(answered, answer);
        }
        if (!upgrades.leavesToTheNext(exchange)) {
            prepare(exchange, (Pass) decision);
        }
        return application;
    }

    private void prepare(HttpServerExchange exchange, Pass pass) {
        try {
            if (pass == Pass.RESTAMP) {
                exchange.putAttachment(PASS, pass);
            }
            if (Hops.isMarked(exchange.getQueryString())) {
                String rest = Hops.unmarked(exchange.getQueryString());
                exchange.setQueryString(rest == null ? "" : rest);
                exchange.getQueryParameters().remove(Hops.PARAMETER);
            }
        } catch (RuntimeException | LinkageError e) {
            homeport.report("undertow request", e);
        }
    }

    /** A connection's first request marks it, on whatever thread that begins; nobody else writes there meanwhile. */
    private void mark(HttpServerExchange exchange) {
        ServerConnection connection = exchange.getConnection();
        if (connection.getAttachment(OURS) == null) {
            connection.putAttachment(OURS, this);
            threads.seen(connection.getWorker());
        }
    }

    /** The headers of a response are about to be written; its cookies have just become some of them. */
    static @Nullable Object committed(HttpServerExchange exchange) {
        @Nullable UndertowGate ours = exchange.getConnection().getAttachment(OURS);
        if (ours != null) {
            ours.commit(exchange);
        }
        return null;
    }

    private void commit(HttpServerExchange exchange) {
        try {
            if (closing.closes() && mayClose(exchange)) {
                // The header alone would come too late: Undertow has read it when the application asked for the
                // channel.
                exchange.setPersistent(false);
                exchange.getResponseHeaders().put(Headers.CONNECTION, Headers.CLOSE.toString());
            }
            stamp(exchange);
        } catch (RuntimeException | LinkageError e) {
            homeport.report("undertow commit", e);
        }
    }

    /** Whether the connection is one of HTTP/1 and goes on with it. */
    private static boolean mayClose(HttpServerExchange exchange) {
        return exchange.getConnection() instanceof HttpServerConnection
                && exchange.getStatusCode() != SWITCHING_PROTOCOLS;
    }

    private void stamp(HttpServerExchange exchange) {
        @Nullable Pass attached = exchange.getAttachment(PASS);
        Pass pass = attached == null ? Pass.STICKY : attached;
        if (pass == Pass.STICKY && !exchange.getResponseHeaders().contains(Headers.SET_COOKIE)) {
            return;
        }
        UndertowRequestView view = new UndertowRequestView(deployments).of(exchange);
        Stamp stamp = homeport.commit(view, pass, new UndertowResponseView(exchange, deployments));
        if (stamp != null) {
            exchange.getResponseHeaders().add(Headers.SET_COOKIE, stamp.setCookie());
            if (stamp.cacheControl() != null) {
                exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, stamp.cacheControl());
            }
        }
    }
}
