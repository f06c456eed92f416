package io.homeport.servlet;

import io.homeport.Configuration;
import io.homeport.NodeReport.DnsCache;
import io.homeport.runtime.HomeportNode;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The node that one web application is. */
final class WebNode {
    private static final String ATTRIBUTE = WebNode.class.getName();

    private final HomeportNode node;
    private final Entrance entrance;
    private final ServletContext context;
    private final String filterName;

    private WebNode(HomeportNode node, ServletContext context, String filterName) {
        this.node = node;
        this.entrance = new Entrance(node);
        this.context = context;
        this.filterName = filterName;
    }

    /** The node of that filter, opened if it is not yet, or null where Homeport is to stay inert. */
    static @Nullable WebNode of(ServletContext context, Map<String, String> parameters, String filterName)
            throws ServletException {
        if (AgentPresence.inThisJvm()) {
            context.log("Homeport: the agent runs in this JVM and does the work; the filter stays inert");
            return null;
        }
        if (!(context.getAttribute(ATTRIBUTE) instanceof WebNode there)) {
            @Nullable Configuration configuration = FilterConfiguration.read(context, parameters);
            return configuration == null ? null : open(configuration, context, filterName);
        }
        if (there.filterName.equals(filterName)) {
            return there;
        }
        context.log("Homeport: declared twice, so the filter " + filterName + " stays inert; in web.xml, the name "
                + there.filterName + " would replace the other declaration");
        return null;
    }

    private static WebNode open(Configuration configuration, ServletContext context, String filterName) {
        DnsTimes.apply(configuration.dns());
        // A filter has no way to read what the JVM made of the times.
        DnsCache dns = new DnsCache(DnsCache.UNKNOWN, DnsCache.UNKNOWN);
        HomeportNode node = new HomeportNode(configuration, () -> dns, line -> context.log("Homeport: " + line));
        WebNode opened = new WebNode(node, context, filterName);
        listen(node, context);
        node.open();
        new ApplicationChecks(node, context).find(context);
        context.setAttribute(ATTRIBUTE, opened);
        if (!StartedServlet.isDeclaredIn(context)) {
            node.applicationStarted();
        }
        return opened;
    }

    /** Has the container tell of sessions, unless it does so already because the jar or the application has said so. */
    private static void listen(HomeportNode node, ServletContext context) {
        KnownSessions sessions = KnownSessions.of(context);
        if (!sessions.isTold()) {
            try {
                context.addListener(new SessionEvents());
            } catch (IllegalStateException | UnsupportedOperationException | IllegalArgumentException e) {
                context.log("Homeport: sessions are not counted (expected: a listener "
                        + HomeportSessions.class.getName() + ", declared beside the filter)");
            }
        }
        sessions.onChange(node.sessions()::changed);
        node.sessions().add(sessions);
    }

    /** Notes that the web application has started; opens its node where the container has not made the filter yet. */
    static void started(ServletContext context, Map<String, String> parameters, String filterName)
            throws ServletException {
        Object there = context.getAttribute(ATTRIBUTE);
        @Nullable WebNode here = there instanceof WebNode open ? open : of(context, parameters, filterName);
        if (here != null) {
            here.node.applicationStarted();
        }
    }

    /** Closes the node of the web application, if there is one. */
    static void stop(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof WebNode here) {
            here.stop();
        }
    }

    /** Decides; null once Homeport has answered itself. */
    @Nullable
    Exchange enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return entrance.enter(request, response, context);
    }

    void stop() {
        context.removeAttribute(ATTRIBUTE);
        node.close();
    }
}
