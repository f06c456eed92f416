package io.homeport.agent;

import io.homeport.DnsSettings;
import io.homeport.NodeReport;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The two fields in which JDK 17 to 25 keep their DNS cache times. Var handles, because reflection costs the start of a
 * JDK 25 six times as much.
 */
record DnsCacheFields(VarHandle ttl, VarHandle negativeTtl) {
    static final String POLICY = "sun.net.InetAddressCachePolicy";

    /** The fields, or null where the JDK has others; then its policy is not initialised by looking. */
    static @Nullable DnsCacheFields find() {
        try {
            Class<?> policy = Class.forName(POLICY, false, null);
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(policy, MethodHandles.lookup());
            return new DnsCacheFields(
                    lookup.findStaticVarHandle(policy, "cachePolicy", int.class),
                    lookup.findStaticVarHandle(policy, "negativeCachePolicy", int.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    NodeReport.DnsCache get() {
        return new NodeReport.DnsCache((int) ttl.getVolatile(), (int) negativeTtl.getVolatile());
    }

    void set(DnsSettings wanted) {
        if (wanted.ttl() != DnsSettings.KEEP) {
            ttl.setVolatile(wanted.ttl());
        }
        if (wanted.negativeTtl() != DnsSettings.KEEP) {
            negativeTtl.setVolatile(wanted.negativeTtl());
        }
    }
}
