package io.homeport.servlet;

import io.homeport.DnsSettings;
import java.security.Security;

/** Sets the JVM's DNS cache times, which it reads at its first name look-up: earlier look-ups have the JVM keep its own. */
final class DnsTimes {
    private DnsTimes() {}

    static void apply(DnsSettings settings) {
        set("networkaddress.cache.ttl", settings.ttl());
        set("networkaddress.cache.negative.ttl", settings.negativeTtl());
    }

    private static void set(String property, int seconds) {
        if (seconds != DnsSettings.KEEP) {
            Security.setProperty(property, Integer.toString(seconds));
        }
    }
}
