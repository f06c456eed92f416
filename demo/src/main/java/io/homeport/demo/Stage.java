package io.homeport.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Lets time pass while the audience watches, and stops the show when something breaks. */
final class Stage {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cast cast;
    private final Screen screen;
    private final Ink ink;
    private final long start = System.nanoTime();

    /** Who takes part. */
    record Cast(Fleet fleet, FrontDoor frontDoor, Crowd crowd, Ledger ledger) {}

    Stage(Cast cast, Screen screen, Ink ink) {
        this.cast = cast;
        this.screen = screen;
        this.ink = ink;
    }

    void say(String text) {
        screen.say(Picture.seconds(elapsed()) + "  " + ink.strong(text));
    }

    void pass(Duration time) {
        Duration end = elapsed().plus(time);
        while (elapsed().compareTo(end) < 0) {
            tick();
        }
    }

    /**
     * Waits until this is so, for a while.
     *
     * @param complaint what to say if it does not come to be
     */
    void until(BooleanSupplier condition, Supplier<String> complaint) {
        Duration end = elapsed().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (elapsed().compareTo(end) > 0) {
                throw new DemoException(complaint.get() + " after " + PATIENCE.toSeconds() + " s");
            }
            tick();
        }
    }

    private void tick() {
        cast.fleet().mustLive();
        cast.crowd().mustBeWell();
        screen.show(picture());
        LockSupport.parkNanos(TICK);
    }

    private Picture picture() {
        FleetView view = cast.fleet().view();
        List<Picture.Row> rows = cast.fleet().nodes().stream()
                .map(node -> new Picture.Row(node, cast.frontDoor().health(node), remark(node, view)))
                .toList();
        return new Picture(elapsed(), rows, cast.ledger().totals(), ink);
    }

    private static String remark(Node node, FleetView view) {
        if (view.holds(node.id())) {
            return "on hold";
        }
        boolean gone = view.life(node.id()) > 0 && !view.reachable().contains(node.id());
        return gone ? "killed" : "";
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
