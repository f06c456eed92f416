/** For tests: published jars, found when a test first needs them. */
@NullMarked
package io.homeport.artifacts;

import org.jspecify.annotations.NullMarked;
