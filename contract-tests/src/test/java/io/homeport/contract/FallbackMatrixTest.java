package io.homeport.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's fallback on servlets and filters, in a container of each line. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.homeport.contract.Cells#ofTheFallback")
final class FallbackMatrixTest extends ServerContract {
    @Parameter
    @Nullable
    ContainerHost host;

    @Override
    public ContainerHost server() {
        return Objects.requireNonNull(host);
    }
}
