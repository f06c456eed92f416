package io.homeport.agent;

import java.util.Objects;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;

/** Reads Tomcat's bytes in place; turning them into a string would allocate one per request. */
final class TomcatText implements CharSequence {
    private String text = "";
    private byte[] bytes = {};
    private int start;
    private int length;
    private boolean inPlace;

    TomcatText of(MessageBytes message) {
        inPlace = message.getType() == MessageBytes.T_BYTES;
        if (inPlace) {
            ByteChunk chunk = message.getByteChunk();
            bytes = chunk.getBytes();
            start = chunk.getStart();
            length = chunk.getLength();
        } else {
            // Null where the request line could not be read: Tomcat lets such a request get as far as this.
            text = Objects.requireNonNullElse(message.toString(), "");
            length = text.length();
        }
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return inPlace ? (char) (bytes[start + index] & 0xff) : text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().substring(from, to);
    }

    @Override
    public String toString() {
        return inPlace ? new String(bytes, start, length, java.nio.charset.StandardCharsets.ISO_8859_1) : text;
    }
}
