package io.homeport.demo;

import java.util.Map;

/** The ledger at one moment. */
record Totals(Sessions sessions, Requests requests, OnHold onHold) {

    /**
     * @param made all sessions ever made
     * @param recreated those of them that took the place of one that died with its node
     * @param living by node, as far as the clients know
     */
    record Sessions(long made, long recreated, long failedLogins, Map<String, Long> living) {
        long livingOn(String node) {
            return living.getOrDefault(node, 0L);
        }
    }

    record Requests(long all, Map<Verdict, Long> verdicts, Map<String, Long> servedBy) {
        long of(Verdict verdict) {
            return verdicts.getOrDefault(verdict, 0L);
        }

        long servedBy(String node) {
            return servedBy.getOrDefault(node, 0L);
        }
    }

    /**
     * What a node did while it was on hold.
     *
     * @param made sessions it made, which it should not
     * @param served answers to sessions that were already its own, which it should
     */
    record OnHold(long made, long served) {}

    long of(Verdict verdict) {
        return requests.of(verdict);
    }

    /** Requests of any kind that came to nothing without excuse. */
    long failed() {
        return of(Verdict.FAILED) + sessions.failedLogins();
    }
}
