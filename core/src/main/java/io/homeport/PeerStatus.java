package io.homeport;

/**
 * What one round of probing saw of a peer.
 *
 * @param state the state that the peer gave itself, empty where it gave none
 * @param instance index of the URL that answered, or of the first
 * @param why the condition in words
 */
record PeerStatus(Condition condition, String state, int instance, String why) {
    private static final int MAX_WHY = 160;
    private static final int SURE = 3;

    static final PeerStatus UNKNOWN = new PeerStatus(Condition.UNKNOWN, "", 0, "not probed yet");

    /** What is known of a peer. */
    enum Condition {
        /** Not probed yet. */
        UNKNOWN,
        /** Answered, and by the right name. */
        UP,
        /** Answered well but without a name: something other than Homeport. */
        UNNAMED,
        /** No answer, a bad one, one by another name, or no application started there yet. */
        DOWN
    }

    /**
     * Judges an answer.
     *
     * @param node its {@code Homeport-Node} header, empty for none
     * @param state its {@code Homeport-State} header, empty for none
     */
    static PeerStatus of(String id, int instance, int status, String node, String state) {
        if (node.isEmpty()) {
            return status >= 200 && status < 300
                    ? new PeerStatus(Condition.UNNAMED, "", instance, "answered " + status + " without a node name")
                    : new PeerStatus(Condition.DOWN, "", instance, "answered " + status + " without a node name");
        }
        if (!node.equals(id)) {
            String other = NodeSettings.isRoute(node) ? node : "something else";
            return new PeerStatus(Condition.DOWN, "", instance, "answers as " + other + ", not as " + id);
        }
        if (state.equals(NodeState.STARTING.key())) {
            return new PeerStatus(Condition.DOWN, state, instance, "no application has started there yet");
        }
        return new PeerStatus(
                Condition.UP,
                NodeSettings.isRoute(state.replace('-', '_')) ? state : "",
                instance,
                "answered " + status);
    }

    /** How surely it is the instance to talk to: of several the first of the highest rank is used. */
    int rank() {
        return switch (condition) {
            case DOWN, UNKNOWN -> 0;
            case UNNAMED -> SURE;
            case UP -> state.equals(NodeState.BACKUP.key()) ? 1 : saysNoRole() ? 2 : SURE;
        };
    }

    /** Whether there is no need to ask further. */
    boolean isSure() {
        return rank() == SURE;
    }

    /** Whether it answered by its name, and in a state in which only a primary is. */
    boolean isSurelyPrimary() {
        return condition == Condition.UP && isSure();
    }

    /** What a primary and a backup both answer. */
    private boolean saysNoRole() {
        return state.isEmpty() || state.equals(NodeState.FAILING.key()) || state.equals(NodeState.STOPPING.key());
    }

    static PeerStatus silent(String why) {
        return new PeerStatus(Condition.DOWN, "", 0, harmless(why));
    }

    /** Part of it may be what the peer wrote: it goes to a log and to a terminal. */
    private static String harmless(String why) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < Math.min(why.length(), MAX_WHY); i++) {
            char c = why.charAt(i);
            plain.append(c >= ' ' && c < 127 ? c : '?');
        }
        return plain.toString();
    }
}
