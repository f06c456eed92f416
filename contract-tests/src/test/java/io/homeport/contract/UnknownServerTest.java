package io.homeport.contract;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that Homeport has no adapter for: it starts, and its applications and their sessions are not harmed. */
final class UnknownServerTest {

    @ParameterizedTest
    @MethodSource("io.homeport.contract.Cells#withoutAnAdapter")
    void applicationIsServedAsWithoutHomeport(DistributionHost host) {
        try (ServerProcess server = host.launch(Map.of("node.id", "n1", "management.port", "0"))) {
            RawClient client = server.client();
            Reply created = client.send(Ask.get("/app/session/create"));
            Contract.assertServed(created, "visit 1");
            String session = "JSESSIONID=" + created.cookie("JSESSIONID");
            Ask again = Ask.get("/app/session/create").cookie(session).cookie("HOMEPORT=n2");
            Contract.assertServed(client.send(again), "visit 2");
        }
    }
}
