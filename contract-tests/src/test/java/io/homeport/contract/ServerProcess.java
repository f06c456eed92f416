package io.homeport.contract;

import java.util.function.ToIntFunction;

/**
 * A server's JVM.
 *
 * @param ready what the line says by which it tells that it listens
 * @param port the port for traffic, by that line
 */
record ServerProcess(ChildProcess jvm, String ready, ToIntFunction<String> port) implements AutoCloseable {
    private static final String BENCH_PORT = "bench port ";

    /** One of our mains. */
    static ServerProcess ofBench(ChildProcess jvm) {
        return new ServerProcess(
                jvm,
                BENCH_PORT,
                line -> Integer.parseInt(line.substring(BENCH_PORT.length()).strip()));
    }

    /** A client of its traffic, once it listens. */
    RawClient client() {
        return new RawClient(awaitPort());
    }

    int awaitPort() {
        return port.applyAsInt(jvm.log().await(ready));
    }

    LogLines log() {
        return jvm.log();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
