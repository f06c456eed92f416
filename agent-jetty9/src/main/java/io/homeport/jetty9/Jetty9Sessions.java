package io.homeport.jetty9;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.session.SessionHandler;

/** Asks Jetty's session handlers; where the server takes a request over, none of them has been asked yet. */
final class Jetty9Sessions {
    private Jetty9Sessions() {}

    /** Whether a session that the request names is valid in a context that its path leads to. */
    static boolean isHome(Request request) {
        for (SessionHandler sessions : handlers(request)) {
            for (String id : ids(request, sessions)) {
                if (exists(sessions, id)) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<SessionHandler> handlers(Request request) {
        List<SessionHandler> handlers = new ArrayList<>();
        String path = String.valueOf(request.getRequestURI());
        for (Handler handler : request.getHttpChannel().getServer().getChildHandlersByClass(ContextHandler.class)) {
            ContextHandler context = (ContextHandler) handler;
            SessionHandler sessions = context.getChildHandlerByClass(SessionHandler.class);
            if (sessions != null && isBelow(path, context.getContextPath())) {
                handlers.add(sessions);
            }
        }
        return handlers;
    }

    private static boolean isBelow(String path, String context) {
        boolean root = context.equals("/") || context.isEmpty();
        int end = context.length();
        return root || (path.startsWith(context) && (path.length() == end || "/;".indexOf(path.charAt(end)) >= 0));
    }

    private static List<String> ids(Request request, SessionHandler sessions) {
        List<String> ids = new ArrayList<>();
        for (Enumeration<String> fields = request.getHeaders("Cookie"); fields.hasMoreElements(); ) {
            for (String pair : String.valueOf(fields.nextElement()).split(";", 256)) {
                addValue(pair.strip(), sessions.getSessionCookie() + "=", ids);
            }
        }
        String parameter = ";" + sessions.getSessionIdPathParameterName() + "=";
        String uri = String.valueOf(request.getRequestURI());
        int start = uri.indexOf(parameter);
        if (start >= 0) {
            String rest = uri.substring(start + parameter.length());
            ids.add(rest.split("[;/]", 2)[0]);
        }
        return ids;
    }

    private static void addValue(String pair, String prefix, List<String> ids) {
        if (pair.startsWith(prefix)) {
            String value = pair.substring(prefix.length()).strip();
            boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            ids.add(quoted ? value.substring(1, value.length() - 1) : value);
        }
    }

    /** Asks the cache, not the handler: the handler would count the session as in use, and it would never expire. */
    private static boolean exists(SessionHandler sessions, String extendedId) {
        try {
            return sessions.getSessionCache()
                    .exists(sessions.getSessionIdManager().getId(extendedId));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("session store: " + e, e);
        }
    }
}
