package io.homeport;

/** What becomes of a request. */
public sealed interface Decision permits Answer, Pass {}
