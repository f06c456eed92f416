package io.homeport;

/**
 * What a balancer may be told of a node's strength.
 *
 * @param weight how much of its usual share of new clients the node should get, in per cent: less as it fills, and 0 where it
 *     takes none
 * @param maxconn how many requests the containers work on at a time, 0 where that is not known
 */
record BalancerHints(int weight, int maxconn) {
    private static final int WHOLE = 100;

    static BalancerHints of(Node node) {
        return new BalancerHints(weight(node), maxconn(node));
    }

    private static int weight(Node node) {
        if (node.state() != NodeState.ACTIVE) {
            return 0;
        }
        int max = node.sessions().max();
        // An active node is never told as 0, which would be a drain.
        return max == Sessions.UNLIMITED
                ? WHOLE
                : Math.max(1, (int) Math.round((double) WHOLE * node.sessions().free() / max));
    }

    private static int maxconn(Node node) {
        int sum = 0;
        for (RequestPool pool : node.requestPools()) {
            sum += Math.max(0, pool.max());
        }
        return sum;
    }

    String json() {
        JsonText json = new JsonText().field("weight", weight);
        return (maxconn == 0 ? json : json.field("maxconn", maxconn)).object();
    }

    @Override
    public String toString() {
        return "weight " + weight + "%" + (maxconn == 0 ? "" : ", maxconn " + maxconn);
    }
}
