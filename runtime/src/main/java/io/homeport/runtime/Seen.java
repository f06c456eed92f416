package io.homeport.runtime;

/**
 * What one look saw.
 *
 * @param why in words, as they came
 */
record Seen(Kind kind, String why) {

    enum Kind {
        UP,
        DOWN,
        /** Nothing can be said before an application has started. */
        NOT_YET,
        /** There is nothing to look at any more. */
        GONE
    }

    static final Seen NOT_YET = new Seen(Kind.NOT_YET, "");
    static final Seen GONE = new Seen(Kind.GONE, "");

    static Seen up(String why) {
        return new Seen(Kind.UP, why);
    }

    static Seen down(String why) {
        return new Seen(Kind.DOWN, why);
    }

    boolean isUp() {
        return kind == Kind.UP;
    }
}
