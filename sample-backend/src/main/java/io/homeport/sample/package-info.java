/** A small but real stateful backend: one web application on three servers, for the demo and for trying Homeport. */
@NullMarked
package io.homeport.sample;

import org.jspecify.annotations.NullMarked;
