package io.homeport.sim;

import java.time.Duration;

/**
 * How backends are probed.
 *
 * @param target path, perhaps with a query
 * @param interval from the end of one probe to the next
 */
record ProbePlan(String target, Duration interval, Duration timeout, ProbeRules rules) {}
