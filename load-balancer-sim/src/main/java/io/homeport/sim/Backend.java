package io.homeport.sim;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.LongAdder;

/**
 * One backend: where it is, its connections and its counters.
 *
 * @param authority what stands in a Host header
 */
record Backend(
        String id,
        URI url,
        String authority,
        Upstream upstream,
        LongAdder requests,
        LongAdder sessions,
        LongAdder failures) {

    static Backend at(String id, URI url, EventLoop loop) {
        int port = url.getPort() < 0 ? 80 : url.getPort();
        // Brackets belong to the URL, not to the address.
        String host = url.getHost().replace("[", "").replace("]", "");
        Upstream upstream = new Upstream(loop, InetSocketAddress.createUnresolved(host, port));
        return new Backend(id, url, url.getRawAuthority(), upstream, new LongAdder(), new LongAdder(), new LongAdder());
    }

    BackendState state(HealthState health) {
        return new BackendState(id, url, health.health(), health.why(), requests.sum(), sessions.sum(), failures.sum());
    }
}
