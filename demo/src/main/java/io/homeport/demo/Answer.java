package io.homeport.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back to a client in the end.
 *
 * @param status the HTTP status, 0 where no answer came
 * @param node who gave it, empty where that is not said
 * @param redirects how often the client was sent elsewhere before
 * @param cart what it says about the session; null where it is not a cart
 */
record Answer(
        int status, String node, int redirects, @Nullable Cart cart) {

    record Cart(String user, List<String> items) {}

    static Answer none() {
        return new Answer(0, "", 0, null);
    }
}
