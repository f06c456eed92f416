package io.homeport.agent;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The jar that all this lies in. */
final class AgentJar {
    private AgentJar() {}

    static String path() {
        try {
            return Path.of(AgentJar.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
