package io.homeport.sim;

/** Where a request goes, and why. */
record Choice(Backend backend, Reason reason) {}
