package io.homeport.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent where clients speak HTTP/2 over TLS. */
@Tag("soak")
@ParameterizedClass(name = "{0}")
@MethodSource("io.homeport.contract.Cells#ofTheAgentInH2")
final class H2MatrixTest extends ProtocolContract {
    @Parameter
    @Nullable
    ContainerHost host;

    @Override
    public ContainerHost server() {
        return Objects.requireNonNull(host);
    }
}
