package io.homeport.runtime;

/** One look at what a readiness check depends on; on a thread of its own, which is interrupted when it takes too long. */
interface Look {

    /** What was seen; what it throws is seen as bad. */
    Seen look() throws Exception;
}
