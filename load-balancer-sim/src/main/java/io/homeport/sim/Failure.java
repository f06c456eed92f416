package io.homeport.sim;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** Says in words what went wrong with a connection. */
final class Failure {
    private Failure() {}

    static String text(Throwable cause) {
        if (cause instanceof SocketTimeoutException) {
            return "connecting takes too long";
        }
        if (cause instanceof TimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ClosedChannelException) {
            return "connection closed";
        }
        if (cause instanceof UnresolvedAddressException) {
            return "unknown host";
        }
        String message = cause.getMessage();
        if (cause instanceof ConnectException && message != null) {
            return message.toLowerCase(Locale.ROOT);
        }
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
