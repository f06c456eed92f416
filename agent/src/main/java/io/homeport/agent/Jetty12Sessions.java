package io.homeport.agent;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.session.SessionManager;
import org.eclipse.jetty.util.StringUtil;

/** Asks Jetty's session managers; where the server takes a request over, none of them has been asked yet. */
final class Jetty12Sessions {
    private Jetty12Sessions() {}

    /** Whether a session that the request names is valid in a context that its path leads to. */
    static boolean isHome(Request request) {
        for (SessionManager manager : managers(request)) {
            for (String id : ids(request, manager)) {
                if (exists(manager, id)) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<SessionManager> managers(Request request) {
        Jetty12RequestView view = new Jetty12RequestView().of(request);
        List<SessionManager> managers = new ArrayList<>();
        for (ContextHandler context :
                request.getConnectionMetaData().getConnector().getServer().getDescendants(ContextHandler.class)) {
            if (view.isBelow(context.getContextPath())) {
                managers.addAll(context.getContainedBeans(SessionManager.class));
            }
        }
        return managers;
    }

    private static List<String> ids(Request request, SessionManager manager) {
        List<String> ids = new ArrayList<>();
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().equalsIgnoreCase(manager.getSessionCookie())) {
                ids.add(cookie.getValue());
            }
        }
        String parameter = request.getHttpURI().getParam();
        String prefix = manager.getSessionIdPathParameterName() + "=";
        if (StringUtil.isNotBlank(parameter) && parameter.startsWith(prefix)) {
            ids.add(parameter.substring(prefix.length()));
        }
        return ids;
    }

    /** Asks the cache, not the manager: the manager would count the session as in use, and it would never expire. */
    private static boolean exists(SessionManager manager, String extendedId) {
        try {
            String id = manager.getSessionIdManager().getId(extendedId);
            return manager.getSessionCache().exists(id);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("session store: " + e, e);
        }
    }
}
