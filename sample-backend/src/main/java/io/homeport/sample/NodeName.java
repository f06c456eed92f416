package io.homeport.sample;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM calls itself in its answers. Where no name was given it is the kind of server and the port that took the
 * request, which is known only then: the port may have been chosen by the system.
 */
record NodeName(@Nullable String given, ServerKind server) {

    String of(ServletRequest request) {
        return given == null ? server.toString() + request.getLocalPort() : given;
    }
}
