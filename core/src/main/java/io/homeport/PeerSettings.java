package io.homeport;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The other nodes and how they are probed.
 *
 * @param own the instances of this node besides this one, null for none; where nothing says which of them this one is it
 *     may be among them
 */
public record PeerSettings(List<Entry> entries, @Nullable Entry own, Duration interval, Duration timeout) {

    /**
     * One node.
     *
     * @param urls its instances, in the order in which they are asked; at least one
     */
    public record Entry(
            String id, List<BaseUrl> urls, @Nullable BaseUrl externalUrl) {}
}
