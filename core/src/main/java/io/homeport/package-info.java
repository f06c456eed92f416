/** The policy of a Homeport node: what to answer, what to let pass, what to stamp. Knows nothing but the JDK. */
@NullMarked
package io.homeport;

import org.jspecify.annotations.NullMarked;
