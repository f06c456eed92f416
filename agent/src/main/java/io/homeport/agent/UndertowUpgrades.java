package io.homeport.agent;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;

/**
 * Keeps apart the two gates that a request passes where connections can be upgraded to HTTP/2: one in front of the root
 * handler, and one behind the upgrade, which alone sees the requests of an upgraded connection.
 */
final class UndertowUpgrades {
    private static final AttachmentKey<Boolean> DECIDED = AttachmentKey.create(Boolean.class);

    // Written when a listener is built, read by its requests.
    private volatile boolean possible;

    /** There is a gate behind an upgrade from now on. */
    void becomePossible() {
        possible = true;
    }

    /** Whether the gate in front has decided the request already. */
    static boolean isDecided(HttpServerExchange exchange) {
        return exchange.getAttachment(DECIDED) != null;
    }

    /**
     * Whether the gate in front has to leave a passed request to the one behind: the upgrade makes another exchange of it,
     * which carries on nothing but its head. Notes the others as decided.
     */
    boolean leavesToTheNext(HttpServerExchange exchange) {
        if (!possible) {
            return false;
        }
        if (exchange.getRequestHeaders().contains(Headers.UPGRADE)
                && exchange.getRequestHeaders().contains("HTTP2-Settings")) {
            return true;
        }
        exchange.putAttachment(DECIDED, Boolean.TRUE);
        return false;
    }
}
