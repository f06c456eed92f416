package io.homeport;

/** A response header. Both parts hold visible ASCII and blanks only. */
public record Header(String name, String value) {}
