package io.homeport.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All backends at one moment. Immutable: a change of anything makes a new one, so that a request reads it without a lock. */
final class Roster {
    private final Map<String, Member> members;
    private final List<Member> turns;

    Roster(List<Member> members) {
        this.members = new LinkedHashMap<>();
        members.forEach(member -> this.members.put(member.id(), member));
        List<Member> up = with(members, Health.UP);
        this.turns = up.isEmpty() ? with(members, Health.UNKNOWN) : up;
    }

    private static List<Member> with(List<Member> members, Health health) {
        return members.stream().filter(member -> member.health() == health).toList();
    }

    @Nullable
    Member member(String id) {
        return members.get(id);
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    /** Who takes part in balancing: the backends that are up; while there is none, those nobody knows anything about. */
    List<Member> turns() {
        return turns;
    }
}
