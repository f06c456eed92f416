package io.homeport.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent where a web server in front speaks AJP. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.homeport.contract.Cells#ofTheAgentInAjp")
final class AjpMatrixTest extends ProtocolContract implements AjpContract {
    @Parameter
    @Nullable
    ContainerHost host;

    @Override
    public ContainerHost server() {
        return Objects.requireNonNull(host);
    }
}
