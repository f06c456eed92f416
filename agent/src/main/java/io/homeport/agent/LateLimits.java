package io.homeport.agent;

import java.util.ArrayList;
import java.util.List;

/** What cannot be had where Homeport comes into a JVM that runs already; the one list that operators are shown. */
final class LateLimits {
    private LateLimits() {}

    /**
     * One line each.
     *
     * @param adapters the containers that were found running
     */
    static List<String> of(List<String> adapters) {
        List<String> limits = new ArrayList<>();
        if (!adapters.isEmpty()) {
            limits.add("requests that had begun before are served as if without Homeport");
            limits.add("the node counts as started, whatever its applications are still doing");
        }
        limits.add("connections that are open keep the addresses they were made with");
        return limits;
    }
}
