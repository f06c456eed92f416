package io.homeport.sim;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who the backends are and how they are: the one place where that changes. Thread-safe; {@link #roster} takes no lock. */
final class Board {
    private static final int TRANSITIONS_KEPT = 1_000;

    private final Clock clock;
    private final Consumer<Transition> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Both written under the lock.
    private volatile Roster roster = new Roster(List.of());
    private final Deque<Transition> transitions = new ArrayDeque<>();

    Board(Clock clock, Consumer<Transition> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    Roster roster() {
        return roster;
    }

    List<Transition> transitions() {
        lock.lock();
        try {
            return List.copyOf(transitions);
        } finally {
            lock.unlock();
        }
    }

    void add(Backend backend) {
        lock.lock();
        try {
            if (roster.member(backend.id()) != null) {
                throw new IllegalArgumentException("backend: " + backend.id() + " (expected: an id not yet used)");
            }
            publish(backend.id(), new Member(backend, HealthState.unprobed()));
        } finally {
            lock.unlock();
        }
    }

    /** Takes a backend out; null if there is none of that id. */
    @Nullable
    Member remove(String id) {
        lock.lock();
        try {
            Member member = roster.member(id);
            publish(id, null);
            return member;
        } finally {
            lock.unlock();
        }
    }

    /** Takes in what a probe of a backend found; a backend that has been removed meanwhile stays away. */
    void report(Backend backend, ProbeRules rules, ProbeOutcome outcome) {
        Transition transition = null;
        lock.lock();
        try {
            Member member = roster.member(backend.id());
            if (member != null && member.backend().equals(backend)) {
                HealthState next = rules.next(member.state(), outcome);
                publish(backend.id(), new Member(backend, next));
                transition = record(member, next);
            }
        } finally {
            lock.unlock();
        }
        if (transition != null) {
            listener.accept(transition);
        }
    }

    private @Nullable Transition record(Member before, HealthState next) {
        if (before.health() == next.health()) {
            return null;
        }
        Transition transition =
                new Transition(clock.instant(), before.id(), before.health(), next.health(), next.why());
        if (transitions.size() == TRANSITIONS_KEPT) {
            transitions.removeFirst();
        }
        transitions.addLast(transition);
        return transition;
    }

    private void publish(String id, @Nullable Member replacement) {
        List<Member> members = new ArrayList<>();
        for (Member member : roster.members()) {
            if (!member.id().equals(id)) {
                members.add(member);
            } else if (replacement != null) {
                members.add(replacement);
            }
        }
        if (replacement != null && roster.member(id) == null) {
            members.add(replacement);
        }
        roster = new Roster(members);
        changed.signalAll();
    }

    /** Waits until a backend has this health; false if it has not within the time. */
    boolean await(String id, Health health, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (true) {
                Member member = roster.member(id);
                if (member != null && member.health() == health) {
                    return true;
                }
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
