package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.tools.Server;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each engine, for real: of two instances one holds, and what becomes of the lock of one that has gone. */
@Timeout(60)
final class RoleLockTest {
    private static final LockTimes TIMES = new LockTimes(1200);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFileOfAProcessThatIsKilledIsFreeAtOnceAndTheFenceGrows() throws Exception {
        Path file = folder.resolve("lock");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProcess.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try (RoleLock lock = new FileRoleLock(file)) {
            assertThat(other.inputReader().readLine()).isEqualTo("1");
            assertThat(lock.hold()).isEqualTo(RoleLock.NOT_HELD);

            other.destroyForcibly().waitFor();

            assertThat(lock.hold()).isEqualTo(2);
            assertThat(lock.hold()).isEqualTo(2);
            assertThat(Files.readString(file)).isEqualTo("2\n");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aFileThatIsTakenAwayIsALockThatIsLost() throws Exception {
        Path file = folder.resolve("lock");
        try (RoleLock lock = new FileRoleLock(file)) {
            assertThat(lock.hold()).isEqualTo(1);
            Files.delete(file);
            Files.writeString(file, "41\n");

            assertThat(lock.hold()).isEqualTo(42);
        }
        assertThatThrownBy(() -> new FileRoleLock(folder.resolve("no/lock")).hold())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFileGivenUpIsFree() throws Exception {
        Path file = folder.resolve("lock");
        try (RoleLock one = new FileRoleLock(file);
                RoleLock two = new FileRoleLock(file)) {
            assertThat(one.hold()).isEqualTo(1);
            assertThat(two.hold()).isEqualTo(RoleLock.NOT_HELD);
            one.release();
            assertThat(two.hold()).isEqualTo(2);
        }
    }

    @Test
    void aRowBelongsToOneUntilItStandsStillForALife() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                .start();
        AtomicLong now = new AtomicLong();
        try (RoleLock one = row(server, "one", now);
                RoleLock two = row(server, "two", now)) {
            assertThat(one.hold()).isEqualTo(1);
            assertThat(two.hold()).isEqualTo(RoleLock.NOT_HELD);
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(TIMES.life() - 1));
            assertThat(two.hold()).isEqualTo(RoleLock.NOT_HELD);
            assertThat(one.hold()).isEqualTo(1);
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(TIMES.life() - 1));
            assertThat(two.hold()).isEqualTo(RoleLock.NOT_HELD);
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(TIMES.life()));

            assertThat(two.hold()).isEqualTo(2);
            assertThat(one.hold()).isEqualTo(RoleLock.NOT_HELD);

            two.release();
            assertThat(one.hold()).isEqualTo(3);
        }
        server.stop();
        assertThatThrownBy(() -> row(server, "three", now).hold()).isInstanceOf(IOException.class);
    }

    @Test
    void aUrlThatNoDriverTakesIsSaid() {
        assertThatThrownBy(() -> new Drivers("jdbc:nonsense:x", () -> null).connect())
                .isInstanceOf(SQLException.class)
                .hasMessage("no driver in this JVM takes the URL");
    }

    private static RoleLock row(Server server, String name, AtomicLong now) {
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/./role";
        return new JdbcRoleLock(new Drivers(url, () -> null), new LockHolder("node1", name, TIMES), now::get);
    }

    @Test
    void aKeyBelongsToOneUntilItsLifeIsOverOrItIsGivenUp() throws Exception {
        Assumptions.assumeTrue(hasRedis(), "redis-server is not installed");
        int port = freePort();
        Process redis = redis(port);
        URI uri = URI.create("redis://:s%40cret@127.0.0.1:" + port + "/3");
        try (RoleLock one = new RedisRoleLock(uri, new LockHolder("node1", "one", TIMES));
                RoleLock two = new RedisRoleLock(uri, new LockHolder("node1", "two", TIMES));
                RoleLock elsewhere = new RedisRoleLock(uri, new LockHolder("node2", "x", TIMES))) {
            assertThat(one.hold()).isEqualTo(1);
            assertThat(two.hold()).isEqualTo(RoleLock.NOT_HELD);
            assertThat(elsewhere.hold()).isEqualTo(1);
            assertThat(one.hold()).isEqualTo(1);
            one.release();
            assertThat(two.hold()).isEqualTo(2);
            // Nobody renews any more: Redis itself forgets the holder.
            long fence = one.hold();
            while (fence == RoleLock.NOT_HELD) {
                fence = one.hold();
            }
            assertThat(fence).isEqualTo(3);
            assertThat(two.hold()).isEqualTo(RoleLock.NOT_HELD);
            redis.destroyForcibly().waitFor();
            assertThatThrownBy(one::hold).isInstanceOf(IOException.class);
        } finally {
            redis.destroyForcibly();
        }
    }

    @Test
    void whatIsNoRedisAndAWrongPasswordAreSaid() throws Exception {
        Assumptions.assumeTrue(hasRedis(), "redis-server is not installed");
        int port = freePort();
        Process redis = redis(port);
        URI uri = URI.create("redis://:wrong@127.0.0.1:" + port);
        try (RoleLock lock = new RedisRoleLock(uri, new LockHolder("node1", "one", TIMES))) {
            assertThatThrownBy(lock::hold).hasMessageStartingWith("Redis says WRONGPASS");
        } finally {
            redis.destroyForcibly();
        }
    }

    private static boolean hasRedis() {
        boolean there = Files.isExecutable(Path.of("/usr/bin/redis-server"));
        if (!there && System.getenv("HOMEPORT_REQUIRE_PACKAGES") != null) {
            throw new AssertionError("redis-server is not installed (expected: Debian's package redis-server)");
        }
        return there;
    }

    private Process redis(int port) throws IOException {
        Process redis = new ProcessBuilder(List.of(
                        "/usr/bin/redis-server",
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--requirepass",
                        "s@cret",
                        "--dir",
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        String line = redis.inputReader().readLine();
        while (line != null && !line.contains("eady to accept connections")) {
            line = redis.inputReader().readLine();
        }
        assertThat(line).isNotNull();
        return redis;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
