package io.homeport.agent;

import io.homeport.Answer;
import io.homeport.ConnectionClosing;
import io.homeport.Decision;
import io.homeport.Header;
import io.homeport.Homeport;
import io.homeport.InFlight;
import io.homeport.Pass;
import io.homeport.Stamp;
import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.Hook;
import java.util.function.BiFunction;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.util.ServerInfo;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat 9.0, 10.1 and 11.0, and what embeds them. Uses no servlet type, so that one class file serves both namespaces.
 * Probes are answered before anything is mapped; everything else is decided right after, when Tomcat can say whether the
 * session is valid, and before any valve runs.
 */
public final class TomcatAdapter implements ContainerAdapter {
    private final HomeportNode node;
    private final Homeport homeport;
    private final InFlight inFlight;
    private final ConnectionClosing closing;
    private final TomcatSettings settings;
    private final TomcatServices services;

    public TomcatAdapter(HomeportNode node) {
        this.node = node;
        this.settings = new TomcatSettings(node, name());
        this.services = new TomcatServices(node);
        this.homeport = node.homeport();
        this.inFlight = node.inFlight();
        this.closing = node.connectionClosing();
    }

    @Override
    public String name() {
        return ServerInfo.getServerInfo().replace("Apache ", "").replace('/', ' ');
    }

    @Override
    public BiFunction<Object, Object, Object> function(Hook hook) {
        return new Function(this, hook);
    }

    /** One class instead of a lambda for each hook: those cost a start on JDK 25 some milliseconds and 150 kB. */
    private record Function(TomcatAdapter adapter, Hook hook) implements BiFunction<Object, Object, @Nullable Object> {
        @Override
        public @Nullable Object apply(Object a, Object b) {
            return switch (hook) {
                case STARTING -> adapter.starting((StandardContext) a);
                case STARTED -> adapter.started((StandardContext) a);
                case STOPPED -> adapter.stopped((StandardContext) a);
                case SESSION -> adapter.sessionChanged();
                case REQUEST -> adapter.received((Request) a, (Response) b);
                case MAPPED -> adapter.mapped((Request) a, (org.apache.catalina.connector.Request) b);
                case BODY_AWAITED -> adapter.awaited((Request) a);
                case COMMIT -> adapter.commit((Request) a, (Response) b);
                case ENDED -> adapter.ended((org.apache.catalina.connector.Request) a);
                default -> throw new IllegalArgumentException("Tomcat has no " + hook);
            };
        }
    }

    private @Nullable Object starting(StandardContext context) {
        node.open();
        settings.apply(context);
        return null;
    }

    private @Nullable Object started(StandardContext context) {
        if (context.getState().isAvailable()) {
            node.applicationStarted();
            try {
                services.started(context);
                node.readiness().applicationOf(context, context.getLoader().getClassLoader());
            } catch (RuntimeException | LinkageError e) {
                homeport.report("tomcat start", e);
            }
        }
        return null;
    }

    private @Nullable Object stopped(StandardContext context) {
        services.stopped(context);
        return null;
    }

    private @Nullable Object sessionChanged() {
        node.sessions().changed();
        return null;
    }

    private @Nullable Object received(Request request, Response response) {
        TomcatExchange exchange = TomcatExchange.of(request);
        try {
            exchange.begin();
            @Nullable Connector connector = exchange.connectorToMeet();
            if (connector != null) {
                services.meet(connector);
            }
            Answer probe = homeport.probe(exchange);
            if (probe != null) {
                return write(exchange, response, probe);
            }
            inFlight.enter(request);
            return null;
        } catch (RuntimeException | LinkageError e) {
            homeport.report("tomcat request", e);
            return null;
        }
    }

    private @Nullable Object mapped(Request request, org.apache.catalina.connector.Request mapped) {
        TomcatExchange exchange = TomcatExchange.of(request);
        try {
            exchange.mapped(mapped);
            Decision decision = homeport.decide(exchange);
            if (decision instanceof Answer answer) {
                return write(exchange, request.getResponse(), answer);
            }
            exchange.pass((Pass) decision);
            return null;
        } catch (RuntimeException | LinkageError e) {
            homeport.report("tomcat mapping", e);
            return null;
        }
    }

    /** Sets the answer down in the response; finishing and recycling are Tomcat's, as for every request. */
    private static Object write(TomcatExchange exchange, Response response, Answer answer) {
        exchange.answered();
        response.setStatus(answer.status());
        for (Header header : answer.headers()) {
            addHeader(response, header);
        }
        response.setContentLength(answer.length());
        try {
            if (answer.length() > 0) {
                response.doWrite(answer.body());
            }
            TomcatDrain.endAndDrain(response);
        } catch (java.io.IOException e) {
            // The client has gone; Tomcat sees that too when it finishes the response.
            return answer;
        }
        return answer;
    }

    /** Tomcat takes a content type apart; over HTTP/2 some versions put it together again with a charset of null. */
    private static void addHeader(Response response, Header header) {
        if (header.name().equals("Content-Type")) {
            response.setContentTypeNoCharset(header.value());
        } else {
            response.addHeader(header.name(), header.value());
        }
    }

    private @Nullable Object awaited(Request request) {
        if (request.hasExpectation()) {
            TomcatContinue.awaited(request);
        }
        return null;
    }

    private @Nullable Object ended(org.apache.catalina.connector.Request request) {
        inFlight.leave(request.getCoyoteRequest());
        return null;
    }

    private @Nullable Object commit(Request request, Response response) {
        TomcatExchange exchange = TomcatExchange.of(request);
        try {
            if (request.hasExpectation()) {
                TomcatContinue.committing(request, exchange);
            }
            if (closing.closes() && exchange.isHttp1() && response.getStatus() >= 200) {
                response.setHeader("Connection", "close");
            }
            Pass pass = exchange.takePass();
            if (pass == null
                    || (pass == Pass.STICKY && response.getMimeHeaders().getHeader("Set-Cookie") == null)) {
                return null;
            }
            Stamp stamp = homeport.commit(exchange, pass, new TomcatResponseView(response, exchange));
            if (stamp != null) {
                response.addHeader("Set-Cookie", stamp.setCookie());
                if (stamp.cacheControl() != null) {
                    response.setHeader("Cache-Control", stamp.cacheControl());
                }
            }
        } catch (RuntimeException | LinkageError e) {
            homeport.report("tomcat commit", e);
        }
        return null;
    }
}
