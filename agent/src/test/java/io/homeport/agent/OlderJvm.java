package io.homeport.agent;

/** An agent that makes the JVM out to be of another version; an option on the command line cannot. */
public final class OlderJvm {
    private OlderJvm() {}

    public static void premain(String version) {
        System.setProperty("java.specification.version", version);
    }
}
