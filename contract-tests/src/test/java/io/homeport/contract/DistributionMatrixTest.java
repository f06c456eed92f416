package io.homeport.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent in servers as they are published and packaged, by their own start scripts. */
@Tag("soak")
@ParameterizedClass(name = "{0}")
@MethodSource("io.homeport.contract.Cells#ofTheDistributions")
final class DistributionMatrixTest extends ServerContract {
    @Parameter
    @Nullable
    ServerHost host;

    @Override
    public ServerHost server() {
        return Objects.requireNonNull(host);
    }
}
