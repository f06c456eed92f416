package io.homeport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policy sees of a response just before its headers leave. */
public interface ResponseView {

    int status();

    /** The values of all {@code Set-Cookie} fields, cookies included that the container writes only later. */
    List<String> setCookies();

    /** The name of the session cookie of the application that answers, null where it is not known. */
    @Nullable
    String sessionCookieName();

    /** The values of a header joined by a comma, null for none. */
    @Nullable
    String header(String name);
}
