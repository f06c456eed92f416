package io.homeport.sample;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /}: what there is, with lines to try; every other path that is not mapped is a 404. */
@SuppressWarnings("serial") // Never serialised.
final class IndexServlet extends HttpServlet {
    private static final String PAGE = """
            Sample backend %1$s: everything it knows lives in this process.

            Session in a cookie (login, cart, logout):
              curl -c jar -b jar -d user=ann %2$s/login
              curl -c jar -b jar -d item=tea %2$s/cart
              curl -c jar -b jar %2$s/cart
              curl -c jar -b jar -X POST %2$s/logout

            State whose id is in the URL (create, read, delete):
              curl -X POST %2$s/datafeed
              curl %2$s/datafeed/ID/read
              curl -X DELETE %2$s/datafeed/ID

            Server-sent events, one every 200 ms:
              curl -N '%2$s/events?count=5'

            Upload of any size, answered with its length and SHA-256:
              curl -T FILE -X POST %2$s/upload

            Without state:
              curl -i %2$s/ping

            Every answer names its node in the header X-Served-By.
            """;

    private final NodeName name;

    IndexServlet(NodeName name) {
        this.name = name;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page(request).sendOn(response);
    }

    private Reply page(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.length() > 1) {
            return Reply.error(404, "nothing at " + request.getRequestURI());
        }
        String base = "http://localhost:" + request.getLocalPort() + request.getContextPath();
        return Reply.text(PAGE.formatted(name.of(request), base));
    }
}
