/**
 * The agent: premain, the weaver, and one adapter a container. Only {@link io.homeport.agent.Agent} and its class loader
 * are visible in a user's JVM; all else lives in that loader, adapters in children of the container's own loader.
 */
@NullMarked
package io.homeport.agent;

import org.jspecify.annotations.NullMarked;
