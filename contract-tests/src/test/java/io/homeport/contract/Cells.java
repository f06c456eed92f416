package io.homeport.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which containers are tried with what. */
final class Cells {
    private static final List<Container> LATE = List.of(
            Container.TOMCAT_9_0,
            Container.TOMCAT_11_0,
            Container.JETTY_9_4,
            Container.JETTY_12_1_EE10,
            Container.UNDERTOW_2_2,
            Container.UNDERTOW_2_3);

    private Cells() {}

    /** This JDK, and the other one of this machine; says on stdout where there is none. */
    static List<Jdk> jdks() {
        List<Jdk> jdks = new ArrayList<>(List.of(Jdk.running()));
        Jdk.other()
                .ifPresentOrElse(
                        jdks::add,
                        () -> System.out.println("no cell of another JDK: beside "
                                + Jdk.running().home() + " lies none from 17 on"));
        return jdks;
    }

    /** The agent in every container, in every JDK. */
    static Stream<ContainerHost> ofTheAgent() {
        return jdks().stream()
                .flatMap(jdk -> Arrays.stream(Container.values())
                        .map(container -> new ContainerHost(container, Surface.AGENT, jdk)));
    }

    /** The agent in one container of each line, none of which it knows. */
    static Stream<ContainerHost> ofTheFallback() {
        return Arrays.stream(Line.values()).map(line -> ContainerHost.of(Container.newestOf(line), Surface.FALLBACK));
    }

    /** The agent in containers that run already, one of each kind of adapter and namespace, in every JDK. */
    static Stream<ContainerHost> ofTheLateAgent() {
        return jdks().stream()
                .flatMap(jdk -> LATE.stream().map(container -> new ContainerHost(container, Surface.LATE, jdk)));
    }

    /** The filter of the container's namespace in every container. */
    static Stream<ContainerHost> ofTheFilters() {
        return Arrays.stream(Container.values())
                .map(container -> ContainerHost.of(
                        container, container.line().isJavax() ? Surface.JAVAX_FILTER : Surface.FILTER));
    }
}
