package io.homeport.contract;

import java.util.Map;

/** Homeport in a real server, in a JVM of its own. */
interface ServerHost extends Host {

    /** Starts the server with the contract application; returns at once. */
    ServerProcess launch(Map<String, String> configuration);

    Surface surface();

    default Protocol protocol() {
        return Protocol.HTTP_1_1;
    }

    MatrixCell cell();

    /** What the table says of a container that names itself so. */
    default String shown(String adapter) {
        return adapter;
    }

    @Override
    default ContainerNode start(Map<String, String> configuration, Setup setup) {
        return new ContainerNode(launch(configuration), setup.token(), protocol());
    }

    @Override
    default String health() {
        return surface().isWithinTheApplication() ? "/app/health" : "/health";
    }
}
