package io.homeport.sim;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the backend of one request: home if the client has one that can take it, else whose turn it is.
 *
 * @param routes what the client's cookies name, in their order
 * @param tried backends this request has already failed at
 */
record Router(Roster roster, List<String> routes, Set<String> tried) {

    /** The first named backend that can take its own clients, or null. */
    @Nullable
    Choice home() {
        for (String route : routes) {
            Member member = roster.member(route);
            if (member != null && member.health().takesItsClients() && !tried.contains(route)) {
                return new Choice(member.backend(), tried.isEmpty() ? Reason.PERSISTED : Reason.REDISPATCHED);
            }
        }
        return null;
    }

    /** Round robin: the backend that this ticket falls on, or the next that has not been tried; null if there is none. */
    @Nullable
    Choice turn(int ticket) {
        List<Member> turns = roster.turns();
        for (int i = 0; i < turns.size(); i++) {
            Backend backend = turns.get(Math.floorMod(ticket + i, turns.size())).backend();
            if (!tried.contains(backend.id())) {
                return new Choice(backend, hadAnotherPlace() ? Reason.REDISPATCHED : Reason.BALANCED);
            }
        }
        return null;
    }

    private boolean hadAnotherPlace() {
        return !tried.isEmpty() || routes.stream().anyMatch(route -> roster.member(route) != null);
    }
}
