package io.homeport.agent;

import io.homeport.runtime.ApplicationSessions;
import java.io.IOException;
import org.apache.catalina.Engine;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.apache.catalina.core.StandardContext;
import org.jspecify.annotations.Nullable;

/** Asks the session managers of Tomcat's web applications. */
final class TomcatSessions implements ApplicationSessions.Counter<StandardContext> {

    @Override
    public int count(StandardContext application) {
        @Nullable Manager manager = application.getManager();
        return manager == null ? 0 : manager.getActiveSessions();
    }

    /** Where Tomcat has a route, its own ids have it too. */
    @Override
    public boolean contains(StandardContext application, String id) throws IOException {
        @Nullable Manager manager = application.getManager();
        if (manager == null) {
            return false;
        }
        @Nullable String route = route(application);
        return isValid(manager.findSession(id)) || (route != null && isValid(manager.findSession(id + "." + route)));
    }

    private static boolean isValid(@Nullable Session session) {
        return session != null && session.isValid();
    }

    private static @Nullable String route(StandardContext application) {
        for (org.apache.catalina.@Nullable Container above = application.getParent();
                above != null;
                above = above.getParent()) {
            if (above instanceof Engine engine) {
                return engine.getJvmRoute();
            }
        }
        return null;
    }

    @Override
    public long oldestUse(StandardContext application, long now) {
        @Nullable Manager manager = application.getManager();
        long oldest = now;
        if (manager != null) {
            for (Session session : manager.findSessions()) {
                oldest = Math.min(oldest, session.getThisAccessedTimeInternal());
            }
        }
        return oldest;
    }
}
