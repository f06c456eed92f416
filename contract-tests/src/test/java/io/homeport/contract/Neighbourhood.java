package io.homeport.contract;

/** The peers of the node under test: one that is well, one behind a shared address, one dead, one that hangs, one that babbles. */
final class Neighbourhood implements AutoCloseable {
    /** Where clients reach {@code vip}, as they reach every node: the address of a balancer. */
    static final String VIP_URL = "http://vip.example.org:8080";

    private final FakePeer well = new FakePeer("n2", FakePeer.Manner.ANSWERS);
    private final FakePeer vip = new FakePeer("vip", FakePeer.Manner.ANSWERS);
    private final FakePeer hangs = new FakePeer("hangs", FakePeer.Manner.HANGS);
    private final FakePeer babbles = new FakePeer("babbles", FakePeer.Manner.BABBLES);

    /** Active, and the only one that takes new sessions. */
    FakePeer well() {
        return well;
    }

    FakePeer vip() {
        return vip;
    }

    String list() {
        return "n2=" + well.url() + ";dead=" + "http://127.0.0.1:" + FreePort.find() + ";hangs=" + hangs.url() + ";babbles="
                + babbles.url();
    }

    /** Waits until the node has made up its mind about each. */
    void awaitSeenBy(LogLines log, Setup setup) {
        log.await("peer n2: up");
        log.await("peer dead: down");
        log.await("peer hangs: down");
        log.await("peer babbles: down");
        if (setup == Setup.STANDARD) {
            log.await("peer vip: up");
            vip.becomes("on-hold");
        }
    }

    @Override
    public void close() {
        well.close();
        vip.close();
        hangs.close();
        babbles.close();
    }
}
