package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells that cannot be: the server itself, without Homeport, does not start on the JDK. */
final class DistributionRefusalTest {

    @ParameterizedTest
    @MethodSource("io.homeport.contract.Cells#thatTheirServerRefuses")
    void serverSaysItselfWhyItDoesNotStart(DistributionHost host) {
        String error = host.errorOfItsOwn();
        try (ServerProcess server = host.distribution().start(host.jdk(), List.of())) {
            server.log().await(error);
            assertThat(server.jvm().exitCode()).isNotZero();
            assertThat(server.log().all()).noneMatch(line -> line.contains(server.ready()));
        }
        Matrix.record(new MatrixRow(host.cell(), "–", "the server itself does not start: " + error));
    }
}
