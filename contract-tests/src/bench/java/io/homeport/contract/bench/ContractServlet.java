package io.homeport.contract.bench;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** The application of the contract: each path is one way to treat a session or a response. */
public final class ContractServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
        String path = String.valueOf(included == null ? request.getPathInfo() : included);
        if (path.startsWith("/session/")) {
            SessionPaths.serve(path.substring("/session/".length()), request, response);
        } else if (path.startsWith("/cookie/")) {
            CookiePaths.serve(path.substring("/cookie/".length()), request, response);
        } else if (path.startsWith("/body/")) {
            BodyPaths.serve(path.substring("/body/".length()), request, response);
        } else if (path.startsWith("/flight/")) {
            FlightPaths.serve(path.substring("/flight/".length()), request, response);
        } else if (path.startsWith("/node/")) {
            NodePaths.serve(path.substring("/node/".length()), request, response);
        } else if (path.equals("/echo")) {
            EchoPath.serve(request, response);
        } else if (path.equals("/visible")) {
            VisiblePath.serve(response);
        } else if (path.startsWith("/recorded/")) {
            RecordedPath.serve(path.substring("/recorded/".length()), response);
        } else if (path.equals("/error-page")) {
            write(response, "error page, visit " + visit(request.getSession()));
        } else {
            write(response, "application " + path);
        }
    }

    /** Counts the visits to a session, so that a test sees whether it is the same one. */
    static int visit(HttpSession session) {
        Object before = session.getAttribute("visits");
        int visits = before instanceof Integer ? (Integer) before + 1 : 1;
        session.setAttribute("visits", visits);
        return visits;
    }

    static void write(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(text);
    }
}
