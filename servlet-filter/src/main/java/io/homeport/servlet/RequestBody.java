package io.homeport.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request that is answered without the application. */
final class RequestBody {
    /** So much is read for the client's sake; a client that sends more may lose the answer. */
    private static final int BOUND = 1 << 20;

    private RequestBody() {}

    /**
     * Reads the body up to a bound, for a client may read no answer before it has sent all. A body that waits for
     * {@code 100 Continue} is not asked for.
     *
     * @return false where some of it may still come, so that the connection cannot be used again
     */
    static boolean isReadToItsEnd(HttpServletRequest request) {
        String expect = request.getHeader("Expect");
        if (expect != null) {
            return false;
        }
        boolean some = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return !some || isDrained(request);
    }

    private static boolean isDrained(HttpServletRequest request) {
        byte[] buffer = new byte[8192];
        try {
            InputStream body = request.getInputStream();
            int left = BOUND;
            int read = 0;
            while (left >= 0 && read >= 0) {
                read = body.read(buffer);
                left -= read;
            }
            return read < 0;
        } catch (IOException | RuntimeException e) {
            // A body that breaks off or is malformed: whatever is left of it, the connection is of no more use.
            return false;
        }
    }
}
