package io.homeport.agent;

import io.homeport.Answer;
import io.homeport.Decision;
import io.homeport.Homeport;
import io.homeport.Hops;
import io.homeport.Pass;
import io.homeport.Stamp;
import io.undertow.server.ConduitWrapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.ConduitFactory;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.StreamSinkConduit;

/** What a request of Undertow passes before it gets to its root handler, and its response before it is committed. */
final class UndertowGate {
    private static final AttachmentKey<Pass> PASS = AttachmentKey.create(Pass.class);

    private final Homeport homeport;
    private final UndertowDeployments deployments;
    private final ThreadLocal<UndertowRequestView> views;
    /** Undertow calls it when the response is committed; one object serves all requests. */
    private final ConduitWrapper<StreamSinkConduit> onCommit = this::commit;

    UndertowGate(Homeport homeport, UndertowDeployments deployments) {
        this.homeport = homeport;
        this.deployments = deployments;
        this.views = ThreadLocal.withInitial(() -> new UndertowRequestView(deployments));
    }

    /** Who handles the request next: the application, or in its place what answers or what asks again on a worker. */
    HttpHandler next(HttpHandler application, HttpServerExchange exchange) {
        UndertowRequestView view = views.get();
        Decision decision;
        boolean later;
        try {
            decision = homeport.decide(view.of(exchange));
            later = view.isPostponed();
        } finally {
            view.clear();
        }
        if (later) {
            return postponed -> postponed.dispatch(new UndertowHandler(application, this));
        }
        if (decision instanceof Answer answer) {
            return answered -> UndertowAnswer.write(answered, answer);
        }
        prepare(exchange, (Pass) decision);
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
            exchange.addResponseWrapper(onCommit);
        } catch (RuntimeException | LinkageError e) {
            homeport.report("undertow request", e);
        }
    }

    private StreamSinkConduit commit(ConduitFactory<StreamSinkConduit> factory, HttpServerExchange exchange) {
        try {
            stamp(exchange);
        } catch (RuntimeException | LinkageError e) {
            homeport.report("undertow commit", e);
        }
        return factory.create();
    }

    private void stamp(HttpServerExchange exchange) {
        @Nullable Pass attached = exchange.getAttachment(PASS);
        Pass pass = attached == null ? Pass.STICKY : attached;
        boolean cookies = exchange.responseCookies().iterator().hasNext()
                || exchange.getResponseHeaders().contains(Headers.SET_COOKIE);
        if (pass == Pass.STICKY && !cookies) {
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
