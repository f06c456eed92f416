package io.homeport.agent;

import java.util.function.BiFunction;

/**
 * What an adapter offers. Adapters live in a loader below their container's, in a package of their own at run time: they
 * see the public types of the agent only.
 */
public interface ContainerAdapter {

    /** The container and its version, as in {@code Tomcat 11.0.25}. */
    String name();

    /** The function that woven code calls for a hook; its answer may be null. */
    BiFunction<Object, Object, Object> function(Hook hook);
}
