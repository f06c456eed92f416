package io.homeport.runtime;

import java.util.function.BiFunction;

/**
 * What the agent's adapter of a container offers. Adapters live in a loader below their container's, are made with a
 * {@link HomeportNode}, and see public types only.
 */
public interface ContainerAdapter {

    /** The container and its version, as in {@code Tomcat 11.0.25}. */
    String name();

    /** The function that woven code calls for a hook; its answer may be null. */
    BiFunction<Object, Object, Object> function(Hook hook);
}
