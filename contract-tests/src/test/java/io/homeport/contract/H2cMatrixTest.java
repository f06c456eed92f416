package io.homeport.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent where clients speak HTTP/2 over clear text, from the start or after an upgrade. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.homeport.contract.Cells#ofTheAgentInH2c")
final class H2cMatrixTest extends ProtocolContract implements UpgradeContract {
    @Parameter
    @Nullable
    ContainerHost host;

    @Override
    public ContainerHost server() {
        return Objects.requireNonNull(host);
    }
}
