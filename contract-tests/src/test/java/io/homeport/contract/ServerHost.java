package io.homeport.contract;

import java.util.Map;

/** Homeport beside a real server, in a JVM of its own. */
interface ServerHost extends Host {

    /** Starts the contract application; returns at once. */
    ChildProcess launch(Map<String, String> configuration);

    Surface surface();

    /** Where what is seen here stands in the docs. */
    MatrixCell cell();

    @Override
    default ContainerNode start(Map<String, String> configuration, Setup setup) {
        return new ContainerNode(launch(configuration), setup.token());
    }
}
