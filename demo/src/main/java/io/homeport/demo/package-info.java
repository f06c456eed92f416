/** The main job shown on real processes: nodes, a balancer, clients, a hold and a kill, and an account of every session. */
@NullMarked
package io.homeport.demo;

import org.jspecify.annotations.NullMarked;
