package io.homeport.servlet;

/** Whether Homeport's agent is at work in this JVM. */
final class AgentPresence {
    /** The one class that the agent defines, in the bootstrap loader. */
    private static final String BRIDGE = "java.lang.$Homeport";

    private AgentPresence() {}

    static boolean inThisJvm() {
        try {
            Class.forName(BRIDGE, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
