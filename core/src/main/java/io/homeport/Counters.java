package io.homeport;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what has been decided, for meters. Counting allocates nothing and takes no lock, and no value comes from a
 * request: an owner is a peer of the configuration, or {@code unknown}. Thread-safe.
 */
public final class Counters {

    /** What became of a request. */
    public enum Outcome {
        PASS("pass"),
        HEALTH("health"),
        REDIRECT("redirect"),
        REFUSE("refuse");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** What became of a request for a session that lives elsewhere, as its cookie says. */
    public enum ForeignOutcome {
        /** The session lives here after all. */
        HOME("home"),
        /** Sent to its owner. */
        REDIRECT("redirect"),
        /** Refused, because its owner cannot be reached. */
        REFUSE("refuse"),
        /** Its owner cannot be reached; served here. */
        ADOPT("adopt"),
        /** Served here although its owner could be reached. */
        SERVE("serve");

        private final String key;

        ForeignOutcome(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** Takes counts one by one. */
    public interface Reader {
        void foreign(String owner, ForeignOutcome outcome, LongSupplier count);
    }

    private static final String UNKNOWN = "unknown";

    private final Map<Outcome, LongAdder> outcomes = adders(Outcome.class);
    private final Map<String, Map<ForeignOutcome, LongAdder>> foreign = new LinkedHashMap<>();

    Counters(Peers peers) {
        for (Peer peer : peers.all()) {
            foreign.put(peer.id(), adders(ForeignOutcome.class));
        }
        foreign.put(UNKNOWN, adders(ForeignOutcome.class));
    }

    /** One for each, so that none is ever added. */
    private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> keys) {
        Map<K, LongAdder> adders = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            adders.put(key, new LongAdder());
        }
        return adders;
    }

    private static <K> LongAdder at(Map<K, LongAdder> adders, K key) {
        return Objects.requireNonNull(adders.get(key));
    }

    void probed() {
        at(outcomes, Outcome.HEALTH).increment();
    }

    /** A decision for a request that is no probe. */
    void decided(Decision decision) {
        at(outcomes, outcome(decision)).increment();
    }

    private static Outcome outcome(Decision decision) {
        if (decision instanceof Answer answer) {
            return answer.status() == Answers.REDIRECT ? Outcome.REDIRECT : Outcome.REFUSE;
        }
        return Outcome.PASS;
    }

    /** What was decided for the sake of a session's owner; null where nothing was. */
    void foreign(Route route, @Nullable Decision decision) {
        if (route instanceof Route.Fixed && route != Route.Fixed.UNKNOWN) {
            return;
        }
        Peer owner = route instanceof Peer peer ? peer : null;
        Map<ForeignOutcome, LongAdder> counts = foreign.get(owner == null ? UNKNOWN : owner.id());
        if (counts != null) {
            at(counts, outcome(owner, decision)).increment();
        }
    }

    private static ForeignOutcome outcome(@Nullable Peer owner, @Nullable Decision decision) {
        if (decision instanceof Answer answer) {
            return answer.status() == Answers.REDIRECT ? ForeignOutcome.REDIRECT : ForeignOutcome.REFUSE;
        }
        if (decision == Pass.RESTAMP) {
            return ForeignOutcome.HOME;
        }
        return owner == null || !owner.isUp() ? ForeignOutcome.ADOPT : ForeignOutcome.SERVE;
    }

    /** How many requests came to that so far. */
    public long count(Outcome outcome) {
        return at(outcomes, outcome).sum();
    }

    /** Hands over every count of foreign sessions, the ones that are 0 included. */
    public void readForeign(Reader reader) {
        foreign.forEach((owner, counts) -> {
            for (ForeignOutcome outcome : ForeignOutcome.values()) {
                reader.foreign(owner, outcome, at(counts, outcome)::sum);
            }
        });
    }
}
