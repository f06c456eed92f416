package io.homeport.agent;

import io.homeport.Answer;
import io.homeport.Header;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/**
 * Writes an answer and sends it off before the exchange is ended: ending it first would wait for a body that a client
 * which expects a 100 never sends.
 */
final class UndertowAnswer {
    private UndertowAnswer() {}

    static void write(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status());
        for (Header header : answer.headers()) {
            exchange.getResponseHeaders().add(HttpString.tryFromString(header.name()), header.value());
        }
        exchange.setResponseContentLength(answer.length());
        if (exchange.getRequestHeaders().contains(Headers.EXPECT)) {
            // Whether the body still comes nobody can know, so nothing that follows could be told from it.
            exchange.setPersistent(false);
        }
        if (answer.length() > 0) {
            exchange.getResponseSender().send(answer.body());
        } else {
            sendHeaders(exchange);
        }
    }

    private static void sendHeaders(HttpServerExchange exchange) {
        StreamSinkChannel channel = exchange.getResponseChannel();
        try {
            channel.shutdownWrites();
            if (channel.flush()) {
                exchange.endExchange();
                return;
            }
            channel.getWriteSetter()
                    .set(ChannelListeners.flushingChannelListener(
                            flushed -> exchange.endExchange(),
                            (broken, error) -> IoUtils.safeClose(exchange.getConnection())));
            channel.resumeWrites();
        } catch (IOException e) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
