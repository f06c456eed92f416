/**
 * The composition root that agent and filter share: reads the configuration's sources, puts the policy together, and
 * starts prober and management listener once a container is there.
 */
@NullMarked
package io.homeport.runtime;

import org.jspecify.annotations.NullMarked;
