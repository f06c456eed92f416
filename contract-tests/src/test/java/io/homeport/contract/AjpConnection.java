package io.homeport.contract;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** The web server's side of an AJP 1.3 connection. */
final class AjpConnection {
    private static final int TO_CONTAINER = 0x1234;
    /** The letters AB. */
    private static final int FROM_CONTAINER = 0x4142;
    /** A packet of 8192 bytes less its head and the length of the data. */
    private static final int MAX_DATA = 8186;

    private static final int SEND_BODY_CHUNK = 3;
    private static final int SEND_HEADERS = 4;
    private static final int END_RESPONSE = 5;
    private static final int GET_BODY_CHUNK = 6;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final AjpOrigin origin;
    // What the request under way has not sent of its body.
    private int left;

    AjpConnection(Socket socket, AjpOrigin origin) throws IOException {
        this.origin = origin;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    Reply exchange(Ask ask) throws IOException {
        AjpReply reply = new AjpReply(ask);
        left = ask.length();
        write(AjpRequest.of(ask, origin));
        if (left > 0) {
            // The first piece is sent unasked.
            writeBody();
        }
        DataInputStream packet = read();
        int type = packet.readUnsignedByte();
        while (type != END_RESPONSE) {
            switch (type) {
                case SEND_BODY_CHUNK -> reply.data(packet);
                case SEND_HEADERS -> reply.head(packet);
                case GET_BODY_CHUNK -> writeBody();
                default -> throw new IOException("unexpected packet of type " + type);
            }
            packet = read();
            type = packet.readUnsignedByte();
        }
        return reply.reply();
    }

    /** One piece of the body; an empty packet says that there is no more. */
    private void writeBody() throws IOException {
        int length = Math.min(left, MAX_DATA);
        left -= length;
        byte[] packet = new byte[length == 0 ? 0 : length + 2];
        if (length > 0) {
            packet[0] = (byte) (length >> 8);
            packet[1] = (byte) length;
        }
        write(packet);
    }

    private void write(byte[] payload) throws IOException {
        byte[] packet = new byte[payload.length + 4];
        packet[0] = (byte) (TO_CONTAINER >> 8);
        packet[1] = (byte) TO_CONTAINER;
        packet[2] = (byte) (payload.length >> 8);
        packet[3] = (byte) payload.length;
        System.arraycopy(payload, 0, packet, 4, payload.length);
        out.write(packet);
        out.flush();
    }

    private DataInputStream read() throws IOException {
        int magic = in.readUnsignedShort();
        if (magic != FROM_CONTAINER) {
            throw new IOException("no packet of AJP: " + Integer.toHexString(magic));
        }
        byte[] payload = new byte[in.readUnsignedShort()];
        in.readFully(payload);
        return new DataInputStream(new ByteArrayInputStream(payload));
    }
}
