package io.homeport.agent;

import io.homeport.ContainerSetting;
import io.homeport.runtime.HomeportNode;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;

/** What is set on Tomcat itself when a context begins to start, ahead of its session manager and of the first request. */
final class TomcatSettings {
    private static final String TIMING = "continueResponseTiming";

    private final HomeportNode node;
    private final String tomcat;

    TomcatSettings(HomeportNode node, String tomcat) {
        this.node = node;
        this.tomcat = tomcat;
    }

    void apply(StandardContext context) {
        try {
            for (org.apache.catalina.@Nullable Container above = context.getParent();
                    above != null;
                    above = above.getParent()) {
                if (above instanceof Engine engine) {
                    setRoute(engine);
                    setTiming(engine);
                }
            }
        } catch (RuntimeException | LinkageError e) {
            node.homeport().report("tomcat settings", e);
        }
    }

    private void setRoute(Engine engine) {
        @Nullable String route = node.containerRoute();
        if (route == null) {
            return;
        }
        String own = engine.getJvmRoute();
        if (own == null || own.isEmpty()) {
            engine.setJvmRoute(route);
        }
        node.note(ContainerSetting.route(tomcat, engine.getJvmRoute(), route));
    }

    private void setTiming(Engine engine) {
        for (Connector connector : engine.getService().findConnectors()) {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                node.note(new ContainerSetting(tomcat, TIMING, TomcatContinue.set(protocol), TomcatContinue.OBSTACLE));
            }
        }
    }
}
