/** What Homeport costs: a decision, a request, a start. */
@NullMarked
package io.homeport.benchmarks;

import org.jspecify.annotations.NullMarked;
