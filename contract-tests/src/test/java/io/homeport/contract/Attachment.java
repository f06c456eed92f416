package io.homeport.contract;

import java.util.List;
import java.util.Map;

/** The agent's attach command. */
final class Attachment {
    private Attachment() {}

    /** Begins to bring the agent into a JVM that runs. */
    static ChildProcess of(Jdk jdk, ChildProcess jvm, Map<String, String> configuration) {
        return ChildProcess.jvm(
                jdk,
                List.of(
                        "-jar",
                        Surface.LATE.jar().toString(),
                        "attach",
                        String.valueOf(jvm.pid()),
                        "config=" + Surface.written(configuration)));
    }
}
