package io.homeport;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The other nodes and how they are probed. */
public record PeerSettings(List<Entry> entries, Duration interval, Duration timeout) {

    /**
     * One other node.
     *
     * @param urls its instances, in the order in which they are asked; at least one
     */
    public record Entry(
            String id, List<BaseUrl> urls, @Nullable BaseUrl externalUrl) {}
}
