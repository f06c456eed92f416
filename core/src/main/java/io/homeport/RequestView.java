package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * What the policy sees of a request. Hosts hand out views of the container's own buffers: a character sequence is valid
 * only during the call that it was given to.
 */
public interface RequestView {

    /** Whether the method is {@code method}, given in capitals. */
    boolean hasMethod(String method);

    /** The path as on the request line: undecoded, with path parameters, without the query. */
    CharSequence path();

    /** Where in {@link #path} the application's own part begins; 0 unless the host only sees one application. */
    default int applicationPathStart() {
        return 0;
    }

    /** The query as on the request line, without the question mark; null for none. */
    @Nullable
    CharSequence query();

    /** How many {@code Cookie} fields there are: HTTP/2 may split one into several. */
    int cookieFields();

    /** The value of the {@code Cookie} field of that index, from 0. */
    CharSequence cookieField(int index);

    /** The first value of a header, null for none. */
    @Nullable
    String header(String name);

    /** Whether the connection itself is TLS. */
    boolean secure();

    /** The address literal of the other end of the connection. */
    String remoteAddress();

    /**
     * Whether the request can name a session at all, by a cookie or a path parameter: what a host asks first where it has
     * to search for the session itself. Allocates nothing.
     */
    default boolean canNameSession() {
        CharSequence path = path();
        for (int i = path.length() - 1; i >= 0; i--) {
            if (path.charAt(i) == ';') {
                return true;
            }
        }
        return cookieFields() > 0;
    }

    /**
     * Whether the session that the request names lives here and is valid. Asks the container, so it is called only where
     * the answer matters.
     */
    boolean hasHomeSession();
}
