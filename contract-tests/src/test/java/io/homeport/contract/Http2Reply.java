package io.homeport.contract;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MetaData;

/** A response while its frames come in, held to the length that it declares. */
final class Http2Reply {
    private static final int PROTOCOL_ERROR = 1;

    private final boolean toHead;
    private final List<Integer> interim = new ArrayList<>();
    private final List<String[]> headers = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;
    private boolean complete;

    Http2Reply(Ask ask) {
        this.toHead = ask.method().equals("HEAD");
    }

    boolean isComplete() {
        return complete;
    }

    boolean isToldToGoOn() {
        return interim.contains(100);
    }

    void head(MetaData fields) {
        if (!(fields instanceof MetaData.Response head)) {
            // Trailers.
            return;
        }
        if (head.getStatus() < 200) {
            interim.add(head.getStatus());
            return;
        }
        status = head.getStatus();
        for (HttpField field : head.getHttpFields()) {
            headers.add(new String[] {field.getName(), field.getValue() == null ? "" : field.getValue()});
        }
    }

    void data(byte[] content) {
        body.writeBytes(content);
    }

    void end() {
        complete = true;
    }

    /** The server wants no more of this request. Instead of answering a malformed one it may say so in this way. */
    void reset(int error) throws IOException {
        if (status != 0 || error != PROTOCOL_ERROR) {
            throw new IOException("reset with error " + error + " after status " + status);
        }
        status = 400;
        complete = true;
    }

    Reply reply() throws IOException {
        Reply reply = new Reply(interim, status, headers, body.toString(StandardCharsets.UTF_8));
        String length = reply.one("Content-Length");
        boolean bodiless = toHead || status == 304;
        if (!length.isEmpty() && !bodiless && Integer.parseInt(length) != body.size()) {
            throw new EOFException("body ends after " + body.size() + " of " + length);
        }
        return reply;
    }
}
