package io.homeport.agent;

import java.util.function.Consumer;

/** Where the agent's lines go. No logging framework: the application's would be set up too early and by the wrong hand. */
final class StandardError implements Consumer<String> {
    @Override
    public void accept(String text) {
        line(text);
    }

    static void line(String text) {
        System.err.println("homeport: " + text);
    }
}
