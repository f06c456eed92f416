/**
 * The drop-in for {@code WEB-INF/lib} or {@code web.xml}. It wraps request and response, because a filter has no other way
 * to see that a session is created. Written against what Servlet 3.1 and 5.0 share; the javax twin is made from this
 * source at build time, so nothing here may be newer.
 */
@NullMarked
package io.homeport.servlet;

import org.jspecify.annotations.NullMarked;
