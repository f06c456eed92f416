package io.homeport.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One client of the agent-check; confined to the listener's thread. */
final class AgentCheckClient {
    private static final int BUFFER = 256;

    private final SocketChannel channel;
    private final long deadline;

    /** @param deadline when to close it whatever it does, as {@link System#nanoTime} counts */
    AgentCheckClient(SocketChannel channel, long deadline) {
        this.channel = channel;
        this.deadline = deadline;
    }

    long deadline() {
        return deadline;
    }

    /** Sends the line, which always fits into what the system keeps for a new connection, and waits for the other to close. */
    void tell(String line, Selector selector) {
        try {
            channel.configureBlocking(false);
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.shutdownOutput();
            channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException e) {
            // It has gone already.
            close();
        }
    }

    /** Reads away what it has sent. */
    void read() {
        try {
            if (channel.read(ByteBuffer.allocate(BUFFER)) < 0) {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Whether it is closed, which it is from the deadline on. */
    boolean isDone(long now) {
        if (now - deadline >= 0) {
            close();
        }
        return !channel.isOpen();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Then there is nothing left to close.
        }
    }
}
