package io.homeport.sim;

import java.time.Instant;

/** One change of a backend's health. */
public record Transition(Instant at, String backend, Health from, Health to, String why) {}
