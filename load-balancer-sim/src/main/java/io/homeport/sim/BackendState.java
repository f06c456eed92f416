package io.homeport.sim;

import java.net.URI;

/**
 * One backend as the balancer sees it.
 *
 * @param why what made its health what it is
 * @param requests how many requests it answered, or was the last to be asked for
 * @param sessions how many affinity clients it was given since it was added: answers that carried the persistence cookie naming it
 *     to a client whose request did not name it yet. It never falls: a balancer does not see a browser forget a cookie
 * @param failures connections that could not be made, or that died before an answer came
 */
public record BackendState(
        String id, URI url, Health health, String why, long requests, long sessions, long failures) {}
