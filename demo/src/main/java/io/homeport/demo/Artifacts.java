package io.homeport.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars the demo starts, in the folder of a built project. */
record Artifacts(Path home) {

    Path agent() {
        return existing("agent/target/homeport-agent.jar");
    }

    Path sampleBackend() {
        return existing("sample-backend/target/sample-backend.jar");
    }

    /** Complains of the first jar that is missing. */
    void mustExist() {
        agent();
        sampleBackend();
    }

    private Path existing(String jar) {
        Path path = home.resolve(jar);
        if (!Files.isRegularFile(path)) {
            throw new DemoException("Missing: " + path + " (build it: ./homeport demo does)");
        }
        return path;
    }
}
