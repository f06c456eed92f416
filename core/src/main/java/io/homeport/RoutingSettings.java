package io.homeport;

/** What is done with requests that do not simply stay: foreign sessions, new sessions on a held node, stateless paths. */
public record RoutingSettings(
        boolean redirectsForeign,
        boolean refusesWhenOwnerDown,
        boolean redirectsWhenHeld,
        boolean servesWhenLast,
        PathPatterns statelessPaths) {}
