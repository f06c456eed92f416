package io.homeport.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent attached to containers that run already, in every JDK of this machine. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.homeport.contract.Cells#ofTheLateAgent")
final class LateMatrixTest extends ServerContract {
    @Parameter
    @Nullable
    ContainerHost host;

    @Override
    public ContainerHost server() {
        return Objects.requireNonNull(host);
    }
}
