package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * Watches that a node has one primary: says in a line when another instance answers as primary too and when that is over,
 * and on a backup which instance its primary is. Of one thread, the prober's.
 */
final class RoleConflict {
    private final Node node;
    private final Instances instances;
    private String said = "";

    RoleConflict(Node node, Instances instances) {
        this.node = node;
        this.instances = instances;
    }

    /** The other instance that claims to be primary while this one does, null for none. */
    static @Nullable BaseUrl of(Node node, @Nullable Instances instances) {
        if (instances == null || node.role() != NodeRole.PRIMARY) {
            return null;
        }
        return instances.asPeer().status().isSurelyPrimary() ? instances.primary() : null;
    }

    /** The instances have been probed. */
    void look() {
        String now = words();
        if (!now.equals(said)) {
            node.say(now.isEmpty() ? "conflict over" : now);
            said = now;
        }
    }

    private String words() {
        BaseUrl other = of(node, instances);
        if (other != null) {
            return "conflict: primary here, and at " + other + " too";
        }
        if (node.role() == NodeRole.PRIMARY) {
            return said.startsWith("conflict") ? "" : said;
        }
        BaseUrl primary = instances.primary();
        return primary == null ? "backup of a primary that cannot be reached" : "backup of " + primary;
    }
}
