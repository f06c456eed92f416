package io.homeport.sim;

/** What one probe found. */
record ProbeOutcome(Kind kind, String why) {
    enum Kind {
        PASSED,
        DRAIN,
        FAILED
    }

    static ProbeOutcome failed(String why) {
        return new ProbeOutcome(Kind.FAILED, why);
    }
}
