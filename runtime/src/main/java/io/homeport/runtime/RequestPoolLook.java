package io.homeport.runtime;

import io.homeport.RequestPool;
import java.util.Collection;

/** Asks the containers how many of their request threads are at work. */
record RequestPoolLook(int percent, Collection<RequestPool> pools) implements Look {

    @Override
    public Seen look() {
        String seen = "no request pool seen";
        for (RequestPool pool : pools) {
            int busy = pool.busy();
            int max = pool.max();
            if (max > 0) {
                seen = busy + " of " + max + " request threads at work";
                if (busy * 100L > percent * (long) max) {
                    return Seen.down(seen);
                }
            }
        }
        return Seen.up(seen);
    }
}
