package io.homeport.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What a client knows of its own session, and so what every later answer is held against.
 *
 * @param node the node that made it
 * @param life which life of that node made it; a node that is killed and started again has another
 */
record Session(String user, String node, int life, List<String> items) {

    Session {
        items = List.copyOf(items);
    }

    Session with(String item) {
        List<String> more = new ArrayList<>(items);
        more.add(item);
        return new Session(user, node, life, more);
    }
}
