package io.homeport.agent;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Another vendor's agent: looks a name up before ours can set the DNS policy. */
public final class EarlyLookup {
    private EarlyLookup() {}

    public static void premain(String arguments) throws UnknownHostException {
        System.out.println("looked up " + InetAddress.getByName("localhost").getHostName());
    }
}
