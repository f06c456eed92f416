package io.homeport.runtime;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Where a check connects to. */
final class HostAddress {
    private HostAddress() {}

    /** Looks the name up anew, as far as the JVM's DNS cache lets it. */
    static InetSocketAddress of(String host, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(host), port);
    }

    /** As in {@code 10.0.0.1:5432}. */
    static String shown(InetSocketAddress address) {
        String text = address.getAddress().getHostAddress();
        return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + address.getPort();
    }
}
