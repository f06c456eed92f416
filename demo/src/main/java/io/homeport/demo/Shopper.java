package io.homeport.demo;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A client with a cookie jar that logs in, fills a cart, looks at it, and now and then asks the wrong node. It remembers what
 * it was told and reports every answer that is held against that. One step at a time.
 */
final class Shopper {
    private static final int MOST_ITEMS = 12;

    private final String user;
    private final Town town;
    private final Random random;
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    // Both guarded by this.
    private @Nullable Session session;
    private boolean bereft;

    /**
     * Where the shopper shops.
     *
     * @param frontDoor the balancer
     */
    record Town(URI frontDoor, Fleet fleet, Web web, Ledger ledger) {}

    /**
     * Where a request is sent first.
     *
     * @param node empty for the balancer
     */
    private record Door(String node, URI url) {}

    Shopper(int number, Town town) {
        this.user = "user" + number;
        this.town = town;
        this.random = new Random(number);
    }

    /** Does one thing: a login where there is no session, else something with the cart. */
    synchronized void step() {
        Session now = session;
        if (now == null) {
            logIn();
        } else if (random.nextInt(8) == 0) {
            visit(now, wrongNode(now));
        } else {
            visit(now, frontDoor());
        }
    }

    /** The last look: at the front door and at a wrong node, with a new session where the old one turns out to be gone. */
    synchronized void leave() {
        for (int attempt = 0; attempt < 4; attempt++) {
            Session now = session;
            if (now == null) {
                logIn();
            } else if (look(now, frontDoor()) && look(now, wrongNode(now))) {
                return;
            }
        }
    }

    private void logIn() {
        FleetView before = town.fleet().view();
        Answer answer = ask(frontDoor(), "/login", "user=" + user);
        FleetView after = town.fleet().view();
        if (answer.status() != 200 || answer.node().isEmpty()) {
            boolean excused = !before.lives().equals(after.lives());
            town.ledger().loginFailed(excused);
            if (!excused) {
                town.ledger().incident(user + ", not logged in, got " + answer);
            }
            return;
        }
        String node = answer.node();
        boolean onHold = before.holds(node) && after.holds(node);
        town.ledger().loggedIn(new Ledger.Login(node, bereft, onHold));
        session = new Session(user, node, before.life(node), List.of());
        bereft = false;
    }

    private void visit(Session now, Door door) {
        if (now.items().size() < MOST_ITEMS && random.nextInt(3) == 0) {
            add(now, door);
        } else {
            look(now, door);
        }
    }

    private void add(Session now, Door door) {
        String item = "item" + random.nextInt(1000);
        Session more = now.with(item);
        if (isRight(more, door, "item=" + item)) {
            session = more;
        }
    }

    private boolean look(Session now, Door door) {
        return isRight(now, door, "");
    }

    private boolean isRight(Session expected, Door door, String form) {
        FleetView before = town.fleet().view();
        Answer answer = ask(door, "/cart", form);
        FleetView after = town.fleet().view();
        boolean askedNodeKilled = before.life(door.node()) != after.life(door.node());
        var circumstances = new Verdict.Circumstances(after.outlived(expected), askedNodeKilled);
        Verdict verdict = Verdict.of(expected, answer, circumstances);
        String home = expected.node();
        boolean onHold = before.holds(home) && after.holds(home);
        town.ledger().visited(new Ledger.Visit(home, verdict, onHold));
        if (verdict.isFault()) {
            town.ledger().incident(story(expected, door, answer) + ": " + verdict);
        }
        if (verdict.endsSession()) {
            session = null;
            bereft = verdict == Verdict.ENDED_BY_KILL;
        }
        return verdict.isServed();
    }

    private static String story(Session expected, Door door, Answer answer) {
        return "%s, at home on %s with %s, asked at %s and got %s"
                .formatted(expected.user(), expected.node(), expected.items(), door.url(), answer);
    }

    private Answer ask(Door door, String path, String form) {
        return town.web().ask(jar, new Web.Errand(door.url().resolve(path), form));
    }

    private Door frontDoor() {
        return new Door("", town.frontDoor());
    }

    private Door wrongNode(Session now) {
        FleetView view = town.fleet().view();
        List<Node> wrong = town.fleet().nodes().stream()
                .filter(node ->
                        !node.id().equals(now.node()) && view.reachable().contains(node.id()))
                .toList();
        if (wrong.isEmpty()) {
            return frontDoor();
        }
        Node node = wrong.get(random.nextInt(wrong.size()));
        return new Door(node.id(), node.url());
    }
}
