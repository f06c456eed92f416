package io.homeport.servlet;

import io.homeport.Answer;
import io.homeport.Configuration;
import io.homeport.Decision;
import io.homeport.Homeport;
import io.homeport.NodeReport.DnsCache;
import io.homeport.Pass;
import io.homeport.runtime.HomeportNode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The node that one web application is. */
final class WebNode {
    private static final String ATTRIBUTE = WebNode.class.getName();

    private final HomeportNode node;
    private final Homeport homeport;
    private final ServletContext context;
    private final CookieStore store;

    private WebNode(HomeportNode node, ServletContext context) {
        this.node = node;
        this.homeport = node.homeport();
        this.context = context;
        this.store = CookieStore.of(context);
    }

    /** The node, opened, or null where Homeport is to stay inert. */
    static @Nullable WebNode start(FilterConfig config) throws ServletException {
        ServletContext context = config.getServletContext();
        if (AgentPresence.inThisJvm()) {
            context.log("Homeport: the agent runs in this JVM and does the work; the filter stays inert");
            return null;
        }
        if (context.getAttribute(ATTRIBUTE) != null) {
            context.log("Homeport: declared twice, so " + config.getFilterName()
                    + " stays inert; the name homeport in web.xml replaces the declaration that the jar brings");
            return null;
        }
        @Nullable Configuration configuration = FilterConfiguration.read(config);
        return configuration == null ? null : open(configuration, context);
    }

    private static WebNode open(Configuration configuration, ServletContext context) {
        DnsTimes.apply(configuration.dns());
        // A filter has no way to read what the JVM made of the times.
        DnsCache dns = new DnsCache(DnsCache.UNKNOWN, DnsCache.UNKNOWN);
        WebNode opened = new WebNode(
                new HomeportNode(configuration, () -> dns, line -> context.log("Homeport: " + line)), context);
        opened.node.open();
        context.setAttribute(ATTRIBUTE, opened);
        if (!StartedServlet.isDeclaredIn(context)) {
            opened.node.applicationStarted();
        }
        return opened;
    }

    /** Notes that the web application has started, as far as it has a node. */
    static void started(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof WebNode here) {
            here.node.applicationStarted();
        }
    }

    /** Decides; null once Homeport has answered itself. */
    @Nullable
    Exchange enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange first) {
            return first.again(request, response);
        }
        // Only a started application is given requests, whatever its declaration says.
        node.applicationStarted();
        ServletRequestView view = new ServletRequestView(request);
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        Decision decision = first ? homeport.decide(view) : Pass.STICKY;
        if (decision instanceof Answer answer && isWritten(answer, request, response)) {
            return null;
        }
        Pass pass = decision instanceof Pass passed ? passed : Pass.STICKY;
        return new Exchange(new Passage(homeport, view, pass, store), request, response).begun();
    }

    private boolean isWritten(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            AnswerWriter.write(answer, request, response);
            return true;
        } catch (RuntimeException | LinkageError e) {
            homeport.report("answer", e);
            if (response.isCommitted()) {
                return true;
            }
            response.reset();
            return false;
        }
    }

    void stop() {
        context.removeAttribute(ATTRIBUTE);
        node.close();
    }
}
