package io.homeport.sim;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Headers that concern one connection only and are never passed on (RFC 9110, 7.6.1). */
final class HopByHop {
    private static final Set<HttpHeader> HEADERS = EnumSet.of(
            HttpHeader.CONNECTION,
            HttpHeader.KEEP_ALIVE,
            HttpHeader.PROXY_CONNECTION,
            HttpHeader.TE,
            HttpHeader.TRAILER,
            HttpHeader.TRANSFER_ENCODING,
            HttpHeader.UPGRADE);

    private HopByHop() {}

    /** Copies what is passed on. */
    static void copy(HttpFields from, HttpFields.Mutable to) {
        List<String> named = namedByConnection(from);
        for (HttpField field : from) {
            if (!contains(field, named)) {
                to.add(field);
            }
        }
    }

    static List<String> namedByConnection(HttpFields fields) {
        return fields.contains(HttpHeader.CONNECTION) ? fields.getCSV(HttpHeader.CONNECTION, false) : List.of();
    }

    /** Whether the field stays on its connection, of itself or because Connection names it. */
    static boolean contains(HttpField field, List<String> namedByConnection) {
        HttpHeader header = field.getHeader();
        if (header != null && HEADERS.contains(header)) {
            return true;
        }
        return !namedByConnection.isEmpty() && namedByConnection.stream().anyMatch(field::is);
    }
}
