package io.homeport.sample;

import static io.homeport.sample.Json.member;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /cart item=…} puts an item into the cart, {@code GET /cart} shows it; 401 without a login. */
@SuppressWarnings("serial") // Never serialised.
final class CartServlet extends HttpServlet {
    private final NodeName name;

    CartServlet(NodeName name) {
        this.name = name;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request).sendOn(response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        put(request).sendOn(response);
    }

    private Reply put(HttpServletRequest request) {
        Cart cart = Cart.of(request);
        String item = request.getParameter("item");
        if (cart != null && (item == null || item.isBlank())) {
            return Reply.error(400, "item: missing (expected: a form parameter, item=NAME)");
        }
        if (cart != null) {
            cart.add(item);
        }
        return show(request);
    }

    private Reply show(HttpServletRequest request) {
        Cart cart = Cart.of(request);
        if (cart == null) {
            return Reply.error(401, "not logged in (first: POST " + request.getContextPath() + "/login user=NAME)");
        }
        return Reply.json(
                200, member("user", cart.user()), member("items", cart.items()), member("node", name.of(request)));
    }
}
