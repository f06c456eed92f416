package io.homeport.agent;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.session.SessionManager;
import io.undertow.servlet.api.Deployment;
import io.undertow.servlet.api.DeploymentManager;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The servlet deployments of one Undertow, to ask them for sessions before a request is mapped to any of them. */
final class UndertowDeployments {
    private final List<WeakReference<Deployment>> known = new CopyOnWriteArrayList<>();
    private final UndertowSessions sessions;

    UndertowDeployments(UndertowSessions sessions) {
        this.sessions = sessions;
    }

    void add(Deployment deployment) {
        known.removeIf(other -> other.get() == null || other.get() == deployment);
        known.add(new WeakReference<>(deployment));
        sessions.started(deployment);
    }

    void remove(Deployment deployment) {
        known.removeIf(other -> other.get() == null || other.get() == deployment);
        sessions.stopped(deployment);
    }

    /** Whether the request names a session of a deployment that its path leads to; looking it up may take I/O. */
    boolean namesSession(HttpServerExchange exchange) {
        return find(exchange, false);
    }

    /** Whether such a session is valid. */
    boolean hasSession(HttpServerExchange exchange) {
        return find(exchange, true);
    }

    /** The session cookie's name of the deployment that the request's path leads to, empty for none. */
    String cookieName(HttpServerExchange exchange) {
        for (Deployment deployment : leadingTo(exchange)) {
            return cookieName(deployment);
        }
        return "";
    }

    private static String cookieName(Deployment deployment) {
        return deployment.getServletContext().getSessionCookieConfig().getName();
    }

    /** The id that the cookie, else the path parameter, names; the deployment's own way needs a mapped request. */
    private static String sessionId(HttpServerExchange exchange, String cookieName) {
        Cookie cookie = exchange.getRequestCookie(cookieName);
        if (cookie != null && cookie.getValue() != null) {
            return cookie.getValue();
        }
        Deque<String> parameter = exchange.getPathParameters().get(cookieName.toLowerCase(Locale.ROOT));
        return parameter == null || parameter.isEmpty() ? "" : parameter.getFirst();
    }

    /** A route follows the id after a dot; WildFly's may have dots itself, and so may an id. */
    private static boolean isValid(SessionManager sessions, String id) {
        int first = id.indexOf('.');
        int last = id.lastIndexOf('.');
        return sessions.getSession(id) != null
                || (first > 0 && sessions.getSession(id.substring(0, first)) != null)
                || (last > first && sessions.getSession(id.substring(0, last)) != null);
    }

    private boolean find(HttpServerExchange exchange, boolean valid) {
        for (Deployment deployment : leadingTo(exchange)) {
            String id = sessionId(exchange, cookieName(deployment));
            if (!id.isEmpty() && (!valid || isValid(deployment.getSessionManager(), id))) {
                return true;
            }
        }
        return false;
    }

    /** The started deployments below whose context path the request's lies, the nearest first. */
    private List<Deployment> leadingTo(HttpServerExchange exchange) {
        if (known.isEmpty()) {
            // WildFly's listeners may be open before its module of servlets is there, which all that follows needs.
            return List.of();
        }
        List<Deployment> found = new ArrayList<>();
        for (WeakReference<Deployment> reference : known) {
            Deployment deployment = reference.get();
            if (deployment != null
                    && deployment.getDeploymentState() == DeploymentManager.State.STARTED
                    && isBelow(exchange.getRequestPath(), contextPath(deployment))) {
                found.add(deployment);
            }
        }
        found.sort(Comparator.comparing(
                        (Deployment deployment) -> contextPath(deployment).length())
                .reversed());
        return found;
    }

    private static String contextPath(Deployment deployment) {
        String path = deployment.getDeploymentInfo().getContextPath();
        return path.equals("/") ? "" : path;
    }

    private static boolean isBelow(String path, String context) {
        return path.equals(context) || path.startsWith(context + "/");
    }
}
