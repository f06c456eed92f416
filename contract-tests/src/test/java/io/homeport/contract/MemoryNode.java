package io.homeport.contract;

import io.homeport.Answer;
import io.homeport.Configuration;
import io.homeport.Decision;
import io.homeport.Faults;
import io.homeport.Header;
import io.homeport.Homeport;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.Pass;
import io.homeport.PeerProber;
import io.homeport.Peers;
import io.homeport.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** A node without a server: requests are records, the application is a switch, and only its peers are behind sockets. */
final class MemoryNode implements NodeUnderTest {
    private final LogLines log = new LogLines();
    private final Node node;
    private final Homeport homeport;
    private final MemorySessions sessions = new MemorySessions();
    private final MemoryApplication application = new MemoryApplication(sessions);
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);

    MemoryNode(Configuration configuration) {
        Peers peers = new Peers(configuration.peers());
        Faults faults = new Faults(Clock.systemUTC(), log::add);
        this.node = new Node(configuration, log::add);
        this.homeport = new Homeport(configuration, node, peers, faults);
        new PeerProber(configuration, peers, new PeerProber.Surroundings(scheduler, new Random(1), log::add, faults))
                .start();
        node.apply(NodeEvent.APPLICATION_STARTED);
    }

    @Override
    public Reply send(Ask ask) {
        MemoryRequest request = new MemoryRequest(ask, sessions);
        @Nullable Answer probe = homeport.probe(request);
        if (probe != null) {
            return reply(probe, request);
        }
        if (!request.path().startsWith("/app/")) {
            return new MemoryResponse(404).reply(request);
        }
        Decision decision = homeport.decide(request);
        return decision instanceof Answer answer ? reply(answer, request) : run(request, (Pass) decision);
    }

    private Reply run(MemoryRequest request, Pass pass) {
        MemoryResponse response = application.serve(request);
        @Nullable Stamp stamp = homeport.commit(request, pass, response);
        if (stamp != null) {
            response.add("Set-Cookie", stamp.setCookie());
            if (stamp.cacheControl() != null) {
                response.set("Cache-Control", stamp.cacheControl());
            }
        }
        return response.reply(request);
    }

    private static Reply reply(Answer answer, MemoryRequest request) {
        MemoryResponse response = new MemoryResponse(answer.status());
        for (Header header : answer.headers()) {
            response.add(header.name(), header.value());
        }
        response.write(StandardCharsets.UTF_8.decode(answer.body()).toString());
        return response.reply(request);
    }

    @Override
    public void hold() {
        node.apply(NodeEvent.HOLD);
    }

    @Override
    public void release() {
        node.apply(NodeEvent.RELEASE);
    }

    @Override
    public LogLines log() {
        return log;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
