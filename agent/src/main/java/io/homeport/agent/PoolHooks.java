package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.List;

/** What is woven into connection pools: where one has been made, or what makes it with its first connection. */
final class PoolHooks {
    private PoolHooks() {}

    static List<HookPoint> hikari(String type) {
        return type.equals("com/zaxxer/hikari/HikariDataSource")
                ? List.of(made(""), made("Lcom/zaxxer/hikari/HikariConfig;"))
                : List.of();
    }

    /** Not the data source: that makes a closed pool anew when it is asked. */
    static List<HookPoint> tomcat(String type) {
        return type.equals("org/apache/tomcat/jdbc/pool/ConnectionPool")
                ? List.of(made("Lorg/apache/tomcat/jdbc/pool/PoolConfiguration;"))
                : List.of();
    }

    private static HookPoint made(String settings) {
        return HookPoint.ofThis("<init>(" + settings + ")V", Placement.EXIT, Hook.POOL);
    }
}
