package io.homeport;

/** The JVM's DNS cache: seconds, or {@link #KEEP} to leave the JVM's own setting. */
public record DnsSettings(int ttl, int negativeTtl) {
    public static final int KEEP = Integer.MIN_VALUE;
}
