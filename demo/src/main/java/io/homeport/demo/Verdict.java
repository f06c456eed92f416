package io.homeport.demo;

/** What an answer means for the session of the client that got it. */
enum Verdict {
    /** The node that made the session gave the right answer at once. */
    SERVED_AT_HOME,
    /** The same, after the client was sent there from another node. */
    REDIRECTED_HOME,
    /** The session died with its node: nothing Homeport could have saved. */
    ENDED_BY_KILL,
    /** The node it asked was killed while it answered; the session lives elsewhere. */
    INTERRUPTED,
    /** The node that made the session lives but knows it no more, or not all of it. */
    LOST,
    /** Another node answered though the session's own lives. */
    MISROUTED,
    /** No answer, or an error. */
    FAILED;

    /** What happened to nodes while the request was under way, or before. */
    record Circumstances(boolean homeKilled, boolean askedNodeKilled) {}

    /** Judges an answer by the session as it should now be. */
    static Verdict of(Session expected, Answer answer, Circumstances circumstances) {
        boolean home = answer.node().equals(expected.node());
        Answer.Cart cart = answer.cart();
        if (cart != null) {
            return home ? ofHome(expected, cart, answer.redirects()) : MISROUTED;
        }
        if (circumstances.homeKilled()) {
            return ENDED_BY_KILL;
        }
        if (answer.status() == 401) {
            return home ? LOST : MISROUTED;
        }
        return circumstances.askedNodeKilled() ? INTERRUPTED : FAILED;
    }

    private static Verdict ofHome(Session expected, Answer.Cart cart, int redirects) {
        if (!cart.user().equals(expected.user()) || !cart.items().equals(expected.items())) {
            return LOST;
        }
        return redirects > 0 ? REDIRECTED_HOME : SERVED_AT_HOME;
    }

    boolean isServed() {
        return this == SERVED_AT_HOME || this == REDIRECTED_HOME;
    }

    /** Whether it should not have happened. */
    boolean isFault() {
        return this == LOST || this == MISROUTED || this == FAILED;
    }

    boolean endsSession() {
        return this == ENDED_BY_KILL || this == LOST;
    }
}
