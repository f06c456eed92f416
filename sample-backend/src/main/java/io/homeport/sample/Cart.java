package io.homeport.sample;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a user has put into the shopping cart; lives in the session, and with it on one node only. Thread-safe. */
final class Cart {
    private static final String ATTRIBUTE = Cart.class.getName();

    private final String user;
    private final List<String> items = new CopyOnWriteArrayList<>();

    Cart(String user) {
        this.user = user;
    }

    /** The cart of the request's session, or null without a login. Makes no session. */
    static @Nullable Cart of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (Cart) session.getAttribute(ATTRIBUTE);
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    void add(String item) {
        items.add(item);
    }

    String user() {
        return user;
    }

    List<String> items() {
        return List.copyOf(items);
    }
}
