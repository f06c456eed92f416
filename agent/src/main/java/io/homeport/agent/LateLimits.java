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
     * @param route whether the containers shall show the node's route as their own
     */
    static List<String> of(List<String> adapters, boolean route) {
        List<String> limits = new ArrayList<>();
        if (!adapters.isEmpty()) {
            limits.add("requests that had begun before are served as if without Homeport");
            limits.add("the node counts as started, whatever its applications are still doing");
            limits.add("sessions are counted from the first request on, and WebSockets that are opened from now on");
        }
        if (!adapters.isEmpty() && route) {
            limits.add(
                    "affinity.container-route waits for the next start of a server (Jetty) or web application (others)");
        }
        if (adapters.toString().contains("Tomcat")) {
            limits.add("Tomcat's continueResponseTiming stays as it is until the next web application starts");
        }
        limits.add("connections that are open keep the addresses they were made with");
        return limits;
    }
}
