package io.homeport.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent before executable jars of Spring Boot. */
@Tag("soak")
@ParameterizedClass(name = "{0}")
@MethodSource("io.homeport.contract.BootHost#all")
final class BootMatrixTest extends ServerContract {
    @Parameter
    @Nullable
    BootHost host;

    @Override
    public ServerHost server() {
        return Objects.requireNonNull(host);
    }
}
