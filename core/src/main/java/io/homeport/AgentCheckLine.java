package io.homeport;

/**
 * What a node says to HAProxy's agent-check (configuration manual 5.2, "agent-check"). What is not said stays as it was, and
 * only the agent undoes what the agent has done: so each line says all that it can.
 */
public final class AgentCheckLine {
    private AgentCheckLine() {}

    /** The words for the present state, without the end of the line. */
    public static String of(Node node) {
        return switch (node.state()) {
            case STARTING -> "down #starting";
            case ACTIVE -> "ready up " + BalancerHints.of(node).weight() + "%";
            case FULL, ON_HOLD -> "drain up 0%";
            case BACKUP -> "maint #backup";
            case FAILING -> "ready down #check" + failing(node);
            case STOPPING -> "drain up 0% #stopping";
        };
    }

    private static String failing(Node node) {
        StringBuilder names = new StringBuilder();
        for (CheckStatus check : node.checks().all()) {
            if (check.failsNode()) {
                names.append(' ').append(word(check.name()));
            }
        }
        return names.toString();
    }

    /** An application's own check may have any name. */
    private static String word(String name) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            word.append(c <= ' ' || c >= 127 ? '_' : c);
        }
        return word.toString();
    }
}
