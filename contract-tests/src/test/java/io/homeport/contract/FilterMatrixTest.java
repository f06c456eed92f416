package io.homeport.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter, or its javax twin, in every container. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.homeport.contract.Cells#ofTheFilters")
final class FilterMatrixTest extends ServerContract {
    @Parameter
    @Nullable
    ServerHost host;

    @Override
    public ServerHost server() {
        return Objects.requireNonNull(host);
    }
}
