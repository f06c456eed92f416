package io.homeport.sample;

import static io.homeport.sample.Json.member;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** {@code POST /login user=…}: starts a session with an empty cart. */
@SuppressWarnings("serial") // Never serialised.
final class LoginServlet extends HttpServlet {
    private final NodeName name;

    LoginServlet(NodeName name) {
        this.name = name;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = request.getParameter("user");
        if (user == null || user.isBlank()) {
            Reply.error(400, "user: missing (expected: a form parameter, user=NAME)")
                    .sendOn(response);
            return;
        }
        HttpSession session = request.getSession();
        // An id that was known before the login must not name the session after it (session fixation).
        request.changeSessionId();
        new Cart(user).keepIn(session);
        Reply.json(200, member("user", user), member("node", name.of(request))).sendOn(response);
    }
}
