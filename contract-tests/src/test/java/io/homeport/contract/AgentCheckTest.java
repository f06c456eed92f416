package io.homeport.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real HAProxy that asks a node by agent-check alone. */
@ExtendWith(HaProxyCondition.class)
final class AgentCheckTest {
    private @Nullable ContainerNode node;
    private @Nullable HaProxy balancer;

    private ContainerNode start(String... keys) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("node.id", "n1");
        all.put("management.port", "0");
        all.put("health.agent-check.port", "0");
        for (int i = 0; i < keys.length; i += 2) {
            all.put(keys[i], keys[i + 1]);
        }
        ContainerNode started = new ContainerNode(
                ServerProcess.ofBench(Container.TOMCAT_11_0.start(Jdk.running(), Surface.AGENT, all)), "");
        node = started;
        return started;
    }

    private HaProxy watch(ContainerNode started) {
        String line = started.log().await("agent-check at 127.0.0.1:");
        String port = line.substring(line.lastIndexOf(':') + 1).strip();
        HaProxy watching = HaProxy.start(
                FreePort.find(),
                "  balance roundrobin\n  server n1 127.0.0.1:%d weight 100 agent-check agent-port %s agent-inter 200ms\n"
                        .formatted(started.port(), port));
        balancer = watching;
        watching.awaitListening();
        return watching;
    }

    @AfterEach
    void close() {
        if (balancer != null) {
            balancer.close();
        }
        if (node != null) {
            node.close();
        }
    }

    @Test
    void holdDrainsAndReleaseEndsIt() {
        ContainerNode started = start();
        HaProxy watching = watch(started);
        watching.awaitSeen("n1", "agent_status", "L7OK");
        watching.awaitSeen("n1", "weight", "100");

        started.hold();
        watching.awaitSeen("n1", "status", "DRAIN (agent)");
        watching.awaitSeen("n1", "weight", "0");

        started.release();
        watching.awaitSeen("n1", "weight", "100");
        watching.awaitSeen("n1", "status", "no check");
    }

    @Test
    void backupIsInMaintenance() {
        watch(start("node.role", "backup")).awaitSeen("n1", "status", "MAINT");
    }

    @Test
    void weightFallsAsTheNodeFillsUntilItDrains() {
        ContainerNode started = start("session.max", "4");
        HaProxy watching = watch(started);
        watching.awaitSeen("n1", "weight", "100");
        for (String weight : new String[] {"75", "50", "25", "0"}) {
            Contract.sessionOn(started);
            watching.awaitSeen("n1", "weight", weight);
        }
        watching.awaitSeen("n1", "status", "DRAIN (agent)");
    }
}
