package io.homeport.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Gives every request an {@link Exchange}. Never blocks, so that it runs on the thread that read the request. */
final class BalancerHandler extends Handler.Abstract.NonBlocking {
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);

    private final Settings settings;
    private final Board board;
    private final Tally tally;
    private final Timer timer;
    private final AtomicInteger tickets = new AtomicInteger();
    private final Set<Exchange> waiting = ConcurrentHashMap.newKeySet();

    BalancerHandler(Settings settings, Board board, Timer timer) {
        this.settings = settings;
        this.board = board;
        this.timer = timer;
        this.tally = new Tally(settings.accessListeners());
    }

    Map<Reason, Long> decisions() {
        return tally.snapshot();
    }

    /** Begins to look after the clients that wait long. */
    void watchClients() {
        timer.after(WATCH_INTERVAL, () -> {
            waiting.forEach(Exchange::tick);
            watchClients();
        });
    }

    /** The exchanges no answer has come for yet. */
    Set<Exchange> waiting() {
        return waiting;
    }

    Timer timer() {
        return timer;
    }

    Persistence persistence() {
        return settings.persistence();
    }

    AffinityCookie cookie() {
        return settings.cookie();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Conversation client = new Conversation(request, response, callback, routes(request));
        Choice first = route(client.routes(), Set.of());
        if (first != null) {
            new Exchange(this, client, first).start();
        } else {
            ended(client, null, 503);
            client.answer(503, Refusal.text(board.roster()));
        }
        return true;
    }

    private List<String> routes(Request request) {
        if (settings.persistence() == Persistence.NONE) {
            return List.of();
        }
        HttpFields headers = request.getHeaders();
        return headers.contains(HttpHeader.COOKIE)
                ? settings.cookie().routes(String.join(";", headers.getValuesList(HttpHeader.COOKIE)))
                : List.of();
    }

    @Nullable
    Choice route(List<String> routes, Set<String> tried) {
        Router router = new Router(board.roster(), routes, tried);
        Choice home = router.home();
        return home != null ? home : router.turn(tickets.getAndIncrement());
    }

    /** Sees to it that the client comes back to its backend, and counts those that were told to. */
    void persist(Conversation client, Choice choice) {
        HttpFields.Mutable headers = client.response().getHeaders();
        if (settings.persistence() == Persistence.INSERT && choice.reason() != Reason.PERSISTED) {
            headers.add(
                    HttpHeader.SET_COOKIE,
                    settings.cookie().setting(choice.backend().id()));
        }
        if (settings.persistence() == Persistence.NONE || !headers.contains(HttpHeader.SET_COOKIE)) {
            return;
        }
        for (String setCookie : headers.getValuesList(HttpHeader.SET_COOKIE)) {
            String route = settings.cookie().routeSetBy(setCookie);
            Member member =
                    client.routes().contains(route) ? null : board.roster().member(route);
            if (member != null) {
                member.backend().sessions().increment();
            }
        }
    }

    void ended(Conversation client, @Nullable Choice choice, int status) {
        Reason reason = choice == null ? Reason.REFUSED : choice.reason();
        tally.count(reason);
        if (choice != null) {
            choice.backend().requests().increment();
        }
        if (tally.hasListeners()) {
            tally.tell(client.access(choice, status));
        }
    }
}
