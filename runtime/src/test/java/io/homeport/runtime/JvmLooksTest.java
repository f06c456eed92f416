package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.RequestPool;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(40)
final class JvmLooksTest {

    private record Threads(int busy, int max) implements RequestPool {}

    @Test
    void aPlaceWithLessThanTheFreeBytesIsDown(@TempDir Path folder) throws Exception {
        assertThat(CheckedNode.of("disk=" + folder + " 1kB").look().isUp()).isTrue();
        assertThat(CheckedNode.of("disk=" + folder + " 999999999GB").look().why())
                .endsWith(" MB free at " + folder);
        assertThat(CheckedNode.of("disk=" + folder + "/none 1kB").look())
                .isEqualTo(Seen.down(folder + "/none is not there"));
    }

    @ParameterizedTest
    @CsvSource({
        "95, 0, 0, UP no request pool seen",
        "95, 190, 200, UP 190 of 200 request threads at work",
        "95, 191, 200, DOWN 191 of 200 request threads at work",
        "100, 200, 200, UP 200 of 200 request threads at work",
        "50, 5, -1, UP no request pool seen",
    })
    void moreThanThatShareOfTheRequestThreadsAtWorkIsDown(int percent, int busy, int max, String expected)
            throws Exception {
        CheckedNode test = CheckedNode.of("request-pool=" + percent + "%");
        test.node.requestPools().add(new Threads(busy, max));

        Seen seen = test.look();

        assertThat(seen.kind() + " " + seen.why()).isEqualTo(expected);
    }

    @Test
    void onePoolThatIsExhaustedAmongSeveralIsDown() throws Exception {
        CheckedNode test = CheckedNode.of("request-pool=50%");
        test.node.requestPools().add(new Threads(9, 10));
        test.node.requestPools().add(new Threads(1, 10));

        assertThat(test.look()).isEqualTo(Seen.down("9 of 10 request threads at work"));
    }

    @Test
    void threadsThatWaitForOneAnotherAreDownUntilOneGivesUp() throws Exception {
        CheckedNode test = CheckedNode.of("deadlock=true");
        assertThat(test.look()).isEqualTo(Seen.up("no deadlock"));
        Lock first = new ReentrantLock();
        Lock second = new ReentrantLock();
        CyclicBarrier both = new CyclicBarrier(2);
        Thread left = locking("left", first, second, both);
        Thread right = locking("right", second, first, both);

        Seen seen = test.look();
        while (seen.isUp()) {
            seen = test.look();
        }

        assertThat(seen.why()).startsWith("2 threads in deadlock: ").contains("left", "right");
        left.interrupt();
        left.join();
        right.join();
        assertThat(test.look()).isEqualTo(Seen.up("no deadlock"));
    }

    private static Thread locking(String name, Lock first, Lock second, CyclicBarrier both) {
        Thread thread = new Thread(
                () -> {
                    first.lock();
                    try {
                        both.await();
                        second.lockInterruptibly();
                        second.unlock();
                    } catch (Exception e) {
                        // The test has seen enough.
                        return;
                    } finally {
                        first.unlock();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
