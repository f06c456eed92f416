package io.homeport.agent;

/**
 * Tells which classes may be servlets or filters, by the bytes of their files: what declares a method of theirs names its
 * descriptor. Looks at nothing until a class of the servlet API shows up, and at nothing any more once a container with an
 * adapter of its own is at work.
 */
final class ServletClasses {
    private static final String JAKARTA = "jakarta/servlet/";
    private static final String JAVAX = "javax/servlet/";

    private final BytePattern jakarta = new BytePattern("(L" + JAKARTA);
    private final BytePattern javax = new BytePattern("(L" + JAVAX);
    // Class loading is no place for a lock, and each changes only once.
    private volatile boolean jakartaSeen;
    private volatile boolean javaxSeen;
    private volatile boolean stopped;

    void stop() {
        stopped = true;
    }

    /** Notes a class by its internal name; true where it is the first of a servlet API. */
    boolean isFirst(String type) {
        if (!jakartaSeen && type.startsWith(JAKARTA)) {
            jakartaSeen = true;
            return true;
        }
        if (!javaxSeen && type.startsWith(JAVAX)) {
            javaxSeen = true;
            return true;
        }
        return false;
    }

    /** Whether the class may be one. */
    boolean mayHold(byte[] bytes) {
        return !stopped && ((jakartaSeen && jakarta.isIn(bytes)) || (javaxSeen && javax.isIn(bytes)));
    }
}
