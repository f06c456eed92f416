package io.homeport.runtime;

import io.homeport.CheckTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

/** Connects, and closes. By a channel, because an interrupt closes that. */
record TcpLook(CheckTarget.Tcp target) implements Look {

    @Override
    public Seen look() throws UnknownHostException {
        InetSocketAddress address = HostAddress.of(target.host(), target.port());
        String shown = HostAddress.shown(address);
        try (SocketChannel channel = SocketChannel.open(address)) {
            return channel.isConnected() ? Seen.up("connected to " + shown) : Seen.down("not connected to " + shown);
        } catch (IOException e) {
            return Seen.down(shown + ": " + CheckWords.of(e));
        }
    }
}
