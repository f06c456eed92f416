package io.homeport.agent;

import org.jspecify.annotations.Nullable;

/**
 * Tells which classes may be servlets or filters, by the bytes of their files: what declares a method of theirs names its
 * descriptor. Looks at nothing until a class of the servlet API shows up, and at nothing any more once a container with an
 * adapter of its own is at work.
 */
final class ServletClasses {
    private static final String JAKARTA = "jakarta/servlet/";
    private static final String JAVAX = "javax/servlet/";

    private final ServletDescriptors jakarta = new ServletDescriptors(JAKARTA);
    private final ServletDescriptors javax = new ServletDescriptors(JAVAX);
    // Class loading is no place for a lock, and each changes only once.
    private volatile boolean jakartaSeen;
    private volatile boolean javaxSeen;
    private volatile boolean stopped;

    void stop() {
        stopped = true;
    }

    /** Notes a class that loads, or has loaded already, by its internal name. */
    void note(String type) {
        if (!jakartaSeen && type.startsWith(JAKARTA)) {
            jakartaSeen = true;
        }
        if (!javaxSeen && type.startsWith(JAVAX)) {
            javaxSeen = true;
        }
    }

    /** Whether a class that has loaded already is one; an interface has nothing to be woven. */
    boolean isOne(Class<?> type) {
        return !stopped && (jakartaSeen || javaxSeen) && !type.isInterface() && implementsOne(type);
    }

    private static boolean implementsOne(@Nullable Class<?> type) {
        if (type == null) {
            return false;
        }
        String name = type.getName();
        if (name.endsWith(".servlet.Servlet") || name.endsWith(".servlet.Filter")) {
            return true;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (implementsOne(parent)) {
                return true;
            }
        }
        return implementsOne(type.getSuperclass());
    }

    /** Whether the class may be one. */
    boolean mayHold(byte[] bytes) {
        return !stopped && ((jakartaSeen && jakarta.areIn(bytes)) || (javaxSeen && javax.areIn(bytes)));
    }
}
