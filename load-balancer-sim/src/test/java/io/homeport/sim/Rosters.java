package io.homeport.sim;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Backends that nobody connects to. */
final class Rosters {
    private Rosters() {}

    static Settings settings() {
        return new Settings(
                0,
                Persistence.NONE,
                new AffinityCookie("HOMEPORT"),
                null,
                null,
                List.of(),
                transition -> {},
                Clock.systemUTC());
    }

    static Backend backend(String id) {
        Board board = new Board(Clock.systemUTC(), transition -> {});
        return new Traffic(settings(), board, new TurnedTimer()).backend(id, URI.create("http://127.0.0.1:1"));
    }

    /** As in {@code a=UP b=DOWN}. */
    static Roster of(String text) {
        List<Member> members = new ArrayList<>();
        for (String pair : text.split(" ", -1)) {
            String[] parts = pair.split("=", 2);
            members.add(new Member(backend(parts[0]), new HealthState(Health.valueOf(parts[1]), 0, "")));
        }
        return new Roster(members);
    }
}
