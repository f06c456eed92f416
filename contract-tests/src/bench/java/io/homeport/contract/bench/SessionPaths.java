package io.homeport.contract.bench;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ways to come by a session, and what can happen to the response after that. */
final class SessionPaths {
    private static final int LARGE = 200_000;

    private SessionPaths() {}

    static void serve(String way, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (way) {
            case "create" -> created(request, response);
            case "create-empty" -> request.getSession();
            case "read" -> read(request, response);
            case "invalidate" -> invalidate(request, response);
            case "expire" -> {
                request.getSession().setMaxInactiveInterval(1);
                ContractServlet.write(response, "expires");
            }
            case "login" -> login(request, response);
            case "link" -> {
                request.getSession();
                ContractServlet.write(response, response.encodeURL(request.getContextPath() + "/session/create"));
            }
            case "requested" ->
                ContractServlet.write(
                        response, request.getSession().getId() + " " + request.isRequestedSessionIdValid());
            case "send-error" -> {
                request.getSession();
                response.sendError(409, "as asked");
            }
            case "error-page" -> response.sendError(410);
            case "redirect" -> {
                request.getSession();
                response.sendRedirect(request.getContextPath() + "/elsewhere");
            }
            case "throw" -> {
                request.getSession();
                throw new IllegalStateException("thrown as asked");
            }
            case "reset" -> {
                request.getSession();
                response.reset();
                ContractServlet.write(response, "after reset");
            }
            case "reset-create" -> {
                request.getSession();
                response.reset();
                request.getSession().invalidate();
                created(request, response);
            }
            default -> serveBody(way, request, response);
        }
    }

    private static void serveBody(String way, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (way) {
            case "async" -> async(request);
            case "async-late" -> asyncLate(request);
            case "stream" -> stream(request, response);
            case "include" -> request.getRequestDispatcher("/session/create").include(request, response);
            case "forward" -> request.getRequestDispatcher("/session/create").forward(request, response);
            case "large" -> {
                request.getSession();
                response.setContentLength(LARGE);
                response.getOutputStream().write(filled());
            }
            case "chunked" -> {
                request.getSession();
                response.getOutputStream().write(filled());
            }
            case "late", "late-login" -> late(way, request, response);
            case "committed" -> afterCommit(request, response);
            default -> response.sendError(404, "no such way");
        }
    }

    private static void created(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContractServlet.write(response, "visit " + ContractServlet.visit(request.getSession()));
    }

    private static void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        ContractServlet.write(response, session == null ? "no session" : "visit " + ContractServlet.visit(session));
    }

    private static void invalidate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        ContractServlet.write(response, "invalidated");
    }

    private static void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContractServlet.visit(request.getSession());
        request.changeSessionId();
        created(request, response);
    }

    private static void async(HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        async.start(() -> finish(async));
    }

    /** On a thread of the application's own, when the container's has long left the request. */
    private static void asyncLate(HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        Thread container = Thread.currentThread();
        Thread late = new Thread(() -> {
            while (isInTheContainer(container)) {
                Thread.onSpinWait();
            }
            finish(async);
        });
        late.start();
    }

    private static boolean isInTheContainer(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.matches(".*(ContextHandler|CoyoteAdapter|ServletInitialHandler).*"));
    }

    private static void finish(AsyncContext async) {
        try {
            created((HttpServletRequest) async.getRequest(), (HttpServletResponse) async.getResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            async.complete();
        }
    }

    private static void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession();
        for (int i = 0; i < 3; i++) {
            response.getOutputStream().write(("part " + i + "\n").getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        }
    }

    /** The session shows when the body can already be written to, and the body is too large to wait for the end. */
    private static void late(String way, HttpServletRequest request, HttpServletResponse response) throws IOException {
        OutputStream body = response.getOutputStream();
        request.getSession();
        if (way.equals("late-login")) {
            request.changeSessionId();
        }
        body.write(filled());
    }

    private static void afterCommit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().write("committed, ");
        response.flushBuffer();
        try {
            request.getSession();
            response.getWriter().write("session made");
        } catch (IllegalStateException e) {
            response.getWriter().write("session refused");
        }
    }

    private static byte[] filled() {
        byte[] body = new byte[LARGE];
        Arrays.fill(body, (byte) 'x');
        return body;
    }
}
