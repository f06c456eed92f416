package io.homeport.servlet;

/**
 * A readiness check of an application's own. Implementations have a public constructor without arguments and are named in
 * {@code META-INF/services/io.homeport.servlet.ReadinessCheck} of the web application; the filter finds them when it starts.
 * Each is called in the background, every five seconds, never twice at a time, and interrupted after two; other times and
 * whether the node is failing because of it are set by {@code health.check.NAME.application=true} and the keys beside that.
 */
public interface ReadinessCheck {

    /** Returns where the application can do its work; else throws what says why not. */
    void check() throws Exception;

    /** What the check is called: letters, digits, underscores and hyphens. */
    default String name() {
        return getClass().getSimpleName();
    }
}
