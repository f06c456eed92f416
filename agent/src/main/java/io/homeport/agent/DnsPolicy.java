package io.homeport.agent;

import io.homeport.DnsSettings;
import io.homeport.NodeReport;
import java.lang.reflect.Field;
import java.security.Security;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets the JVM's DNS cache times and reads back what really holds. The JDK reads its security properties once, at the
 * first look-up, and another agent may have made one; and setting such a property in premain starts up the JDK's loggers
 * (JDK-8148188), which is more than an application server's own logging can bear. So the policy itself is set, what is
 * cached already is forgotten, and the properties follow when a container starts.
 */
final class DnsPolicy implements Supplier<NodeReport.DnsCache> {
    private final DnsSettings wanted;
    private final @Nullable DnsCacheFields fields = DnsCacheFields.find();

    private DnsPolicy(DnsSettings wanted) {
        this.wanted = wanted;
    }

    /** @param loaded the JVM's classes so far; they tell whether a name can have been looked up already */
    static DnsPolicy set(DnsSettings wanted, Class<?>[] loaded) {
        DnsPolicy policy = new DnsPolicy(wanted);
        if (policy.fields == null) {
            policy.setProperties();
        } else if (!policy.holds()) {
            policy.fields.set(wanted);
            forgetNames(loaded);
        }
        return policy;
    }

    /** Sets the security properties too, for whoever reads them instead of asking the JDK. */
    void setProperties() {
        setProperty("networkaddress.cache.ttl", wanted.ttl());
        setProperty("networkaddress.cache.negative.ttl", wanted.negativeTtl());
    }

    private static void setProperty(String name, int seconds) {
        if (seconds != DnsSettings.KEEP) {
            Security.setProperty(name, String.valueOf(seconds));
        }
    }

    private boolean holds() {
        NodeReport.DnsCache effective = get();
        return (wanted.ttl() == DnsSettings.KEEP || wanted.ttl() == effective.ttl())
                && (wanted.negativeTtl() == DnsSettings.KEEP || wanted.negativeTtl() == effective.negativeTtl());
    }

    /** The times in force. */
    @Override
    public NodeReport.DnsCache get() {
        return fields == null ? asked() : fields.get();
    }

    /** What a JDK says that keeps its times elsewhere. */
    private static NodeReport.DnsCache asked() {
        try {
            Class<?> policy = Class.forName(DnsCacheFields.POLICY);
            return new NodeReport.DnsCache((Integer) policy.getMethod("get").invoke(null), (Integer)
                    policy.getMethod("getNegative").invoke(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new NodeReport.DnsCache(NodeReport.DnsCache.UNKNOWN, NodeReport.DnsCache.UNKNOWN);
        }
    }

    /** What the start-up line adds: nothing but a comparison of the times in force with those wanted. */
    String verdict() {
        if (get().ttl() == NodeReport.DnsCache.UNKNOWN) {
            return " (set, but this JVM does not show what is in force)";
        }
        return holds() ? " (verified)" : " (NOT as configured: the JVM fixed its policy before)";
    }

    private static void forgetNames(Class<?>[] loaded) {
        for (Class<?> type : loaded) {
            if (type.getName().equals("java.net.InetAddress")) {
                try {
                    forget(type, "cache");
                    forget(type, "expirySet");
                } catch (ReflectiveOperationException | RuntimeException e) {
                    StandardError.line("DNS cache: " + e + " (expected: the fields of " + type + " of JDK 17 to 25)");
                }
            }
        }
    }

    private static void forget(Class<?> addresses, String name) throws ReflectiveOperationException {
        Field field = addresses.getDeclaredField(name);
        field.setAccessible(true);
        Object cached = field.get(null);
        if (cached instanceof Map<?, ?> map) {
            map.clear();
        } else if (cached instanceof Collection<?> set) {
            set.clear();
        }
    }
}
