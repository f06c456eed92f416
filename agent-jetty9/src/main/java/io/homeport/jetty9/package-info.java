/**
 * The agent's adapter for Jetty 9.4, 10 and 11. Compiled against 11 and restricted to methods whose descriptors are the same
 * in all three: no servlet type, no {@code HttpFields} but by method handle, no {@code HttpURI}.
 */
@NullMarked
package io.homeport.jetty9;

import org.jspecify.annotations.NullMarked;
