package io.homeport.jetty9;

import io.homeport.Answer;
import io.homeport.ConnectionClosing;
import io.homeport.Decision;
import io.homeport.Homeport;
import io.homeport.Hops;
import io.homeport.InFlight;
import io.homeport.Pass;
import io.homeport.Stamp;
import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.Hook;
import java.util.function.BiFunction;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

/**
 * Jetty 9.4, 10 and 11: requests are decided where the server takes them over, before any context, and stamped where their
 * headers are put together for the wire.
 */
public final class Jetty9Adapter implements ContainerAdapter {
    private static final int SWITCHING_PROTOCOLS = 101;

    private final HomeportNode node;
    private final Homeport homeport;
    private final InFlight inFlight;
    private final ConnectionClosing closing;
    private final Jetty9Counts counts;
    private final ThreadLocal<Jetty9RequestView> views = ThreadLocal.withInitial(Jetty9RequestView::new);

    public Jetty9Adapter(HomeportNode node) {
        this.node = node;
        this.homeport = node.homeport();
        this.inFlight = node.inFlight();
        this.closing = node.connectionClosing();
        this.counts = new Jetty9Counts(node);
    }

    @Override
    public String name() {
        return "Jetty " + Server.getVersion();
    }

    @Override
    public BiFunction<Object, Object, Object> function(Hook hook) {
        return switch (hook) {
            case STARTING -> (server, same) -> starting((Server) server);
            case STARTED -> (component, same) -> started(component);
            case STOPPED -> (context, same) -> stopped((ContextHandler) context);
            case SESSION -> (handler, same) -> sessionChanged();
            case ENDED -> (channel, same) -> ended(channel);
            case REQUEST -> (channel, same) -> received((HttpChannel) channel);
            case COMMIT -> (response, same) -> commit((Response) response);
            default -> throw new IllegalArgumentException("Jetty 9 has no " + hook);
        };
    }

    private @Nullable Object starting(Server server) {
        node.open();
        @Nullable String route = node.containerRoute();
        if (route != null) {
            setRoute(server, route);
        }
        return null;
    }

    private void setRoute(Server server, String route) {
        try {
            new Jetty9Route(node, name()).apply(server, route);
        } catch (RuntimeException | LinkageError e) {
            homeport.report("jetty route", e);
        }
    }

    /** A context has started, or the server has, and with it whatever serves without a context. */
    private @Nullable Object started(Object component) {
        boolean serves = component instanceof Server server
                ? server.getChildHandlersByClass(ContextHandler.class).length == 0
                : ((ContextHandler) component).isAvailable();
        if (serves) {
            node.applicationStarted();
        }
        if (serves && component instanceof ContextHandler context) {
            note(context);
        }
        return null;
    }

    private void note(ContextHandler context) {
        try {
            counts.started(context);
            node.readiness().applicationOf(context, context.getClassLoader());
        } catch (RuntimeException | LinkageError e) {
            homeport.report("jetty start", e);
        }
    }

    private @Nullable Object stopped(ContextHandler context) {
        counts.stopped(context);
        return null;
    }

    private @Nullable Object sessionChanged() {
        node.sessions().changed();
        return null;
    }

    private @Nullable Object ended(Object channel) {
        inFlight.leave(channel);
        return null;
    }

    private @Nullable Object received(HttpChannel channel) {
        Request request = channel.getRequest();
        Jetty9RequestView view = views.get().of(request);
        try {
            inFlight.enter(channel);
            @Nullable Server server = view.serverToMeet();
            if (server != null) {
                counts.meet(server);
            }
            Decision decision = homeport.decide(view);
            if (decision instanceof Answer answer) {
                inFlight.leave(channel);
                return Jetty9Answer.write(request, answer);
            }
            if (decision == Pass.RESTAMP) {
                request.setAttribute(Jetty9RequestView.PASS, decision);
            }
            if (Hops.isMarked(request.getQueryString())) {
                Jetty9Query.replace(request, Hops.unmarked(request.getQueryString()));
            }
        } catch (RuntimeException | LinkageError e) {
            homeport.report("jetty request", e);
        } finally {
            view.clear();
        }
        return null;
    }

    /** Called each time the headers are put together, which may be more than once: the policy adds nothing twice. */
    private @Nullable Object commit(Response response) {
        try {
            Request request = response.getHttpChannel().getRequest();
            if (closing.closes() && mayClose(request, response)) {
                set(response, "Connection", "close");
            }
            Pass pass = request.getAttribute(Jetty9RequestView.PASS) instanceof Pass decided ? decided : Pass.STICKY;
            if (pass == Pass.STICKY && !Jetty9Fields.setCookies(response)) {
                return null;
            }
            Jetty9RequestView view = new Jetty9RequestView().of(request);
            Stamp stamp = homeport.commit(view, pass, new Jetty9ResponseView(response, request));
            if (stamp != null) {
                write(response, stamp);
            }
        } catch (RuntimeException | LinkageError e) {
            homeport.report("jetty commit", e);
        }
        return null;
    }

    /** Whether the connection is one of HTTP/1 and goes on with it. */
    private static boolean mayClose(Request request, Response response) {
        return request.getProtocol().startsWith("HTTP/1") && response.getStatus() != SWITCHING_PROTOCOLS;
    }

    private static void write(Response response, Stamp stamp) {
        response.addHeader(prefix(response) + "Set-Cookie", stamp.setCookie());
        if (stamp.cacheControl() != null) {
            set(response, "Cache-Control", stamp.cacheControl());
        }
    }

    private static void set(Response response, String name, String value) {
        response.setHeader(prefix(response) + name, value);
    }

    /** Jetty ignores headers while a page is included, unless their name says that they are meant. */
    private static String prefix(Response response) {
        return response.isIncluding() ? Response.SET_INCLUDE_HEADER_PREFIX : "";
    }
}
