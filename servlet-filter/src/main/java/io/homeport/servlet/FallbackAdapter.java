package io.homeport.servlet;

import io.homeport.Homeport;
import io.homeport.Sessions;
import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.Hook;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The agent's way into a container that has no adapter of its own: the first servlet or filter that a request reaches is
 * held up, and called again with what the drop-in filter would hand it. Travels in the agent's jar, not in the drop-in's.
 */
public final class FallbackAdapter implements ContainerAdapter {
    /** What the woven method is told when its work has been done for it. */
    private static final Object DONE = new Object();

    private static final String BRIDGE = "java.lang.$Homeport";

    private final Homeport homeport;
    private final Entrance entrance;
    private final Reentry reentry = new Reentry(BRIDGE);
    private final String server;

    /** @param request the first one, which knows its container */
    public FallbackAdapter(HomeportNode node, Object request) {
        this.homeport = node.homeport();
        this.entrance = new Entrance(node);
        this.server = server((ServletRequest) request);
        if (node.sessions().max() != Sessions.UNLIMITED) {
            String why = "session.max: " + node.sessions().max()
                    + " (expected: a container with an adapter; nothing counts" + " sessions here)";
            homeport.report("session.max", new IllegalStateException(why));
        }
    }

    private static String server(ServletRequest request) {
        try {
            return String.valueOf(request.getServletContext().getServerInfo());
        } catch (RuntimeException | LinkageError e) {
            return "an unknown container";
        }
    }

    @Override
    public String name() {
        return server;
    }

    /** The function is given the servlet or filter, and its arguments in an array; the chain is null for a servlet. */
    @Override
    public BiFunction<Object, Object, Object> function(Hook hook) {
        if (hook != Hook.SERVICE) {
            throw new IllegalArgumentException("servlets have no " + hook);
        }
        return (target, arguments) -> serve(target, (Object[]) arguments);
    }

    /** Null where the call is to go on as it is; else what came of it, a Throwable where it ended with one. */
    private @Nullable Object serve(Object target, Object[] arguments) {
        if (!(arguments[0] instanceof HttpServletRequest request)
                || !(arguments[1] instanceof HttpServletResponse response)
                || Exchange.covers(request)) {
            return null;
        }
        @Nullable FilterChain chain = (FilterChain) arguments[2];
        if (!reentry.isPossible(target, chain)) {
            return null;
        }
        @Nullable Exchange exchange;
        try {
            exchange = entrance.enter(request, response, request.getServletContext());
        } catch (IOException e) {
            return e;
        } catch (RuntimeException | LinkageError e) {
            homeport.report("servlet request", e);
            return null;
        }
        return exchange == null ? DONE : run(exchange, target, chain);
    }

    /** From here on the application has been called, and whatever happens, it must not be called again. */
    private Object run(Exchange exchange, Object target, @Nullable FilterChain chain) {
        Object outcome = DONE;
        try {
            call(exchange, target, chain);
        } catch (Throwable e) {
            outcome = e;
        }
        try {
            exchange.leave(outcome == DONE);
        } catch (Throwable e) {
            homeport.report("servlet response", e);
        }
        return outcome;
    }

    private static void call(Exchange exchange, Object target, @Nullable FilterChain chain)
            throws IOException, ServletException {
        if (chain == null) {
            ((Servlet) target).service(exchange.request(), exchange.response());
        } else {
            ((Filter) target).doFilter(exchange.request(), exchange.response(), chain);
        }
    }
}
