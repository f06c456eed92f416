package io.homeport.demo;

/** Why the demo cannot go on, in words for its user. */
final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DemoException(String message) {
        super(message);
    }
}
