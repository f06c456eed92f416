package io.homeport.sim;

import java.util.stream.Collectors;

/** Tells a client why nobody takes its request. */
final class Refusal {
    private Refusal() {}

    static String text(Roster roster) {
        if (roster.members().isEmpty()) {
            return "No backend to take this request.";
        }
        return roster.members().stream()
                .map(member -> member.id() + " is " + member.health() + " ("
                        + member.state().why() + ")")
                .collect(Collectors.joining(", ", "No backend can take this request: ", "."));
    }
}
