package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * What to do to a response that is to carry the affinity cookie.
 *
 * @param setCookie the value of one more {@code Set-Cookie} field
 * @param cacheControl what replaces all {@code Cache-Control} fields, null to leave them
 */
public record Stamp(String setCookie, @Nullable String cacheControl) {}
