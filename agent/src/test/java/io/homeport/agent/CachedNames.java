package io.homeport.agent;

import java.lang.reflect.Field;
import java.net.InetAddress;
import java.util.Map;

/** An application that tells which names the JVM's DNS cache holds; needs java.net opened. */
public final class CachedNames {
    private CachedNames() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Field cache = InetAddress.class.getDeclaredField("cache");
        cache.setAccessible(true);
        System.out.println("cached " + ((Map<?, ?>) cache.get(null)).keySet());
    }
}
