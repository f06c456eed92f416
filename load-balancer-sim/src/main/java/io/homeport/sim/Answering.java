package io.homeport.sim;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.Callback;

/**
 * Who asks a backend something, told what comes of it: one call at a time, in this order. Either {@link #complete} or
 * {@link #failed} ends it.
 */
interface Answering {
    /** A connection is there; nothing has been sent on it yet. */
    void connected(UpstreamConnection connection);

    /** A 1xx answer; more will follow. */
    void interim(int status, HttpFields headers);

    void head(int status, HttpFields headers);

    /** Some of the body; no more is read before the callback is completed. */
    void content(boolean last, ByteBuffer bytes, Callback callback);

    void complete();

    /** No connection came about, it died, or it spoke no HTTP; also when {@link #content}'s callback failed. */
    void failed(Throwable cause);
}
