package io.homeport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** What the readiness checks saw last. They never write the node's state: it is told what is true of all of them. Thread-safe. */
public final class Checks {
    // In the order of their names, so that every answer lists them alike.
    private final Map<String, CheckStatus> byName = new ConcurrentSkipListMap<>();
    private final Node node;
    private final Consumer<String> log;
    // Replaced under this when something in it has changed, so that who keeps one sees by its identity that nothing
    // has.
    private volatile List<CheckStatus> all = List.of();

    /** Each change of a check's condition gives {@code log} one line. */
    public Checks(List<CheckSettings> settings, Node node, Consumer<String> log) {
        this.node = node;
        this.log = log;
        settings.forEach(this::add);
    }

    /** One more check; it counts from its first round on. */
    public void add(CheckSettings check) {
        if (!check.isOff()) {
            byName.putIfAbsent(check.name(), CheckStatus.initial(check));
            publish();
        }
    }

    /** The check is there no longer. */
    public void remove(CheckSettings check) {
        byName.remove(check.name());
        publish();
        tellNode();
    }

    /** A round of the check has ended; {@code why} says in words what it saw. */
    public void saw(CheckSettings check, boolean good, String why) {
        CheckStatus[] before = new CheckStatus[1];
        CheckStatus after = byName.computeIfPresent(check.name(), (name, status) -> {
            before[0] = status;
            return status.after(good, why);
        });
        publish();
        if (after != null && after.condition() != before[0].condition()) {
            log.accept("check " + check.name() + ": " + after.condition().name().toLowerCase(Locale.ROOT) + " (" + why
                    + ")");
            tellNode();
        }
    }

    private synchronized void publish() {
        List<CheckStatus> now = List.copyOf(byName.values());
        if (!now.equals(all)) {
            all = now;
        }
    }

    private void tellNode() {
        node.applyLatest(() -> byName.values().stream().anyMatch(CheckStatus::failsNode)
                ? NodeEvent.CHECKS_FAILING
                : NodeEvent.CHECKS_PASSING);
    }

    /** Whether the check of that name is there, and up. */
    boolean isUp(String name) {
        CheckStatus status = byName.get(name);
        return status != null && status.condition() == CheckStatus.Condition.UP;
    }

    /** All of them, in the order of their names: the same list until one of them changes. */
    public List<CheckStatus> all() {
        return all;
    }
}
