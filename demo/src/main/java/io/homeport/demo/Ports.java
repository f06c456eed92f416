package io.homeport.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds ports to listen on, below those that systems hand out to outgoing connections: a node that was killed must find its
 * own port free when it is started again.
 */
final class Ports {
    private static final int FIRST = 18080;
    private static final int LAST = 19999;

    private Ports() {}

    static List<Integer> free(int count) {
        List<Integer> ports = IntStream.rangeClosed(FIRST, LAST)
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
        if (ports.size() < count) {
            throw new DemoException("No " + count + " free ports from " + FIRST + " to " + LAST);
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
