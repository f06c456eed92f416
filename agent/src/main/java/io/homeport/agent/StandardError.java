package io.homeport.agent;

/** Where the agent's lines go. No logging framework: the application's would be set up too early and by the wrong hand. */
final class StandardError {
    private StandardError() {}

    static void line(String text) {
        System.err.println("homeport: " + text);
    }
}
