package io.homeport.agent;

import io.homeport.runtime.HomeportNode;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/** Waits for the last step of a context's start, which tells whether it serves or has made itself unavailable. */
record Jetty12ContextStart(ContextHandler context, HomeportNode node, Jetty12Counts counts)
        implements LifeCycle.Listener {

    @Override
    public void lifeCycleStarted(LifeCycle started) {
        context.removeEventListener(this);
        if (context.isAvailable()) {
            node.applicationStarted();
            try {
                counts.started(context);
                node.readiness().applicationOf(context, context.getClassLoader());
            } catch (RuntimeException | LinkageError e) {
                // Jetty would take it for a failure of the context.
                node.homeport().report("jetty start", e);
            }
        }
    }
}
