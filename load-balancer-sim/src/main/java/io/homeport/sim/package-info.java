/**
 * A load balancer in one JVM: to try a backend against by hand, in tests ({@link io.homeport.sim.SimulatedBalancer}) or as a
 * plain object ({@link io.homeport.sim.Balancer}). What it decides is pure ({@link io.homeport.sim.Router},
 * {@link io.homeport.sim.ProbeRules}, {@link io.homeport.sim.AffinityCookie}); Jetty only carries the bytes.
 */
@NullMarked
package io.homeport.sim;

import org.jspecify.annotations.NullMarked;
