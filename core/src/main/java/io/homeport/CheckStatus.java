package io.homeport;

/**
 * What is known of one readiness check.
 *
 * @param streak rounds in a row that contradict the condition
 * @param why what the last round saw, in words
 */
public record CheckStatus(CheckSettings settings, Condition condition, int streak, String why) {

    /** What a check says. */
    public enum Condition {
        /** No round has ended yet. */
        UNKNOWN,
        UP,
        DOWN
    }

    static CheckStatus initial(CheckSettings settings) {
        return new CheckStatus(settings, Condition.UNKNOWN, 0, "not checked yet");
    }

    /** The status after one more round. The first one decides at once; after that rise and fall do. */
    CheckStatus after(boolean good, String seen) {
        Condition says = good ? Condition.UP : Condition.DOWN;
        if (says == condition) {
            return new CheckStatus(settings, condition, 0, seen);
        }
        int needed = condition == Condition.UNKNOWN ? 1 : good ? settings.rise() : settings.fall();
        return streak + 1 >= needed
                ? new CheckStatus(settings, says, 0, seen)
                : new CheckStatus(settings, condition, streak + 1, seen);
    }

    String name() {
        return settings.name();
    }

    boolean isDown() {
        return condition == Condition.DOWN;
    }

    /** Whether the node is failing because of it. */
    boolean failsNode() {
        return isDown() && settings.affectsReadiness();
    }
}
