package io.homeport.agent;

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
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Jetty 12.0 and 12.1, every servlet environment alike: requests are decided where the server takes them over, before any
 * context, and stamped where their headers are committed.
 */
public final class Jetty12Adapter implements ContainerAdapter {
    /** Where a decision that is not the usual one waits for the commit. */
    private static final String PASS = "io.homeport.pass";

    private final HomeportNode node;
    private final Homeport homeport;
    private final InFlight inFlight;
    private final ConnectionClosing closing;
    private final Jetty12Counts counts;
    private final ThreadLocal<Jetty12RequestView> views = ThreadLocal.withInitial(Jetty12RequestView::new);

    public Jetty12Adapter(HomeportNode node) {
        this.node = node;
        this.homeport = node.homeport();
        this.inFlight = node.inFlight();
        this.closing = node.connectionClosing();
        this.counts = new Jetty12Counts(node);
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
            case SESSION -> (manager, same) -> sessionChanged();
            case ENDED -> (channel, same) -> ended(channel);
            case CLEANED_REQUEST -> (request, same) -> cleaned((Request) request);
            case REQUEST -> (response, callback) -> received((Response) response, (Callback) callback);
            case COMMIT -> (response, headers) -> commit((Response) response, (HttpFields.Mutable) headers);
            default -> throw new IllegalArgumentException("Jetty 12 has no " + hook);
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
            new Jetty12Route(node, name()).apply(server, route);
        } catch (RuntimeException | LinkageError e) {
            homeport.report("jetty route", e);
        }
    }

    /** A context is about to have started; or the server is, and with it whatever serves without a context. */
    private @Nullable Object started(Object component) {
        if (component instanceof ContextHandler context) {
            context.addEventListener(new Jetty12ContextStart(context, node, counts));
        } else if (((Server) component).getDescendants(ContextHandler.class).isEmpty()) {
            node.applicationStarted();
        }
        return null;
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

    private @Nullable Object cleaned(Request request) {
        HttpURI uri = request.getHttpURI();
        if (!Hops.isMarked(uri.getQuery())) {
            return null;
        }
        HttpURI rest = HttpURI.build(uri).query(Hops.unmarked(uri.getQuery())).asImmutable();
        return new Jetty12UnmarkedRequest(request, rest);
    }

    private @Nullable Object received(Response response, Callback callback) {
        Request request = response.getRequest();
        Jetty12RequestView view = views.get().of(request);
        // Jetty's channel, which has one request at a time.
        Object channel = request.getComponents();
        try {
            inFlight.enter(channel);
            @Nullable Server server = view.serverToMeet();
            if (server != null) {
                counts.meet(server);
            }
            Decision decision = homeport.decide(view);
            if (decision instanceof Answer answer) {
                inFlight.leave(channel);
                Jetty12Answer.write(response, answer, callback);
                return answer;
            }
            if (decision == Pass.RESTAMP) {
                request.setAttribute(PASS, decision);
            }
        } catch (RuntimeException | LinkageError e) {
            homeport.report("jetty request", e);
        } finally {
            view.clear();
        }
        return null;
    }

    /** Called under the channel's lock: nothing here waits for anything. */
    private @Nullable Object commit(Response response, HttpFields.Mutable headers) {
        try {
            Request request = response.getRequest();
            if (closing.closes() && mayClose(request, response)) {
                headers.put(HttpHeader.CONNECTION, "close");
            }
            Pass pass = request.getAttribute(PASS) instanceof Pass decided ? decided : Pass.STICKY;
            if (pass == Pass.STICKY && headers.getField(HttpHeader.SET_COOKIE) == null) {
                return null;
            }
            Jetty12RequestView view = new Jetty12RequestView().of(request);
            Stamp stamp = homeport.commit(view, pass, new Jetty12ResponseView(response.getStatus(), headers, view));
            if (stamp != null) {
                headers.add(HttpHeader.SET_COOKIE, stamp.setCookie());
                if (stamp.cacheControl() != null) {
                    headers.put(HttpHeader.CACHE_CONTROL, stamp.cacheControl());
                }
            }
        } catch (RuntimeException | LinkageError e) {
            homeport.report("jetty commit", e);
        }
        return null;
    }

    /** Whether the connection is one of HTTP/1 and goes on with it. */
    private static boolean mayClose(Request request, Response response) {
        return request.getConnectionMetaData().getHttpVersion().getVersion() < HttpVersion.HTTP_2.getVersion()
                && response.getStatus() != HttpStatus.SWITCHING_PROTOCOLS_101;
    }
}
