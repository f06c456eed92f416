/** What every host of the policy must do, seen from outside, and the hosts that are held to it. */
@NullMarked
package io.homeport.contract;

import org.jspecify.annotations.NullMarked;
