package io.homeport.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which containers are tried with what. */
final class Cells {
    private static final List<Container> SERVERS =
            List.of(Container.TOMCAT_11_0, Container.JETTY_12_1_EE11, Container.UNDERTOW_2_3);

    private static final List<Container> LATE = List.of(
            Container.TOMCAT_9_0,
            Container.TOMCAT_11_0,
            Container.JETTY_9_4,
            Container.JETTY_12_1_EE10,
            Container.UNDERTOW_2_2,
            Container.UNDERTOW_2_3);

    private static final List<Container> LINES = List.of(
            Container.TOMCAT_9_0,
            Container.TOMCAT_10_1,
            Container.TOMCAT_11_0,
            Container.JETTY_9_4,
            Container.JETTY_10_0,
            Container.JETTY_11_0,
            Container.JETTY_12_0_EE10,
            Container.JETTY_12_1_EE11,
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
                        .map(container -> new ContainerHost(container, Surface.AGENT, jdk, Protocol.HTTP_1_1)));
    }

    /** The agent in the newest release of each line; in one of each server in the other JDK too. */
    static Stream<ContainerHost> ofTheAgentInItsLines() {
        return jdks().stream()
                .flatMap(jdk -> (jdk.equals(Jdk.running()) ? LINES : SERVERS)
                        .stream()
                                .map(container -> new ContainerHost(container, Surface.AGENT, jdk, Protocol.HTTP_1_1)));
    }

    /** The agent in HTTP/2 over clear text, which can also begin as an upgrade of HTTP/1.1. */
    static Stream<ContainerHost> ofTheAgentInH2c() {
        return ofTheAgentInOtherProtocols().filter(host -> host.protocol() == Protocol.H2C);
    }

    /** The agent in HTTP/2 over TLS. */
    static Stream<ContainerHost> ofTheAgentInH2() {
        return ofTheAgentInOtherProtocols().filter(host -> host.protocol() == Protocol.H2);
    }

    /** The agent in AJP. */
    static Stream<ContainerHost> ofTheAgentInAjp() {
        return ofTheAgentInOtherProtocols().filter(host -> host.protocol() == Protocol.AJP);
    }

    private static Stream<ContainerHost> ofTheAgentInOtherProtocols() {
        return ofTheAgentInItsLines()
                .flatMap(host -> host.container().otherProtocols().stream()
                        .map(protocol -> new ContainerHost(host.container(), host.surface(), host.jdk(), protocol)));
    }

    /** The agent in every server as it is published or packaged, in every JDK that the server itself starts on. */
    static Stream<ServerHost> ofTheDistributions() {
        return Stream.concat(of(Distributions.KNOWN), of(Distributions.UNKNOWN))
                .filter(host -> host.errorOfItsOwn().isEmpty())
                .map(ServerHost.class::cast);
    }

    static Stream<DistributionHost> thatTheirServerRefuses() {
        return of(Distributions.KNOWN).filter(host -> !host.errorOfItsOwn().isEmpty());
    }

    private static Stream<DistributionHost> of(List<Distribution> distributions) {
        List<Distribution> there = distributions.stream()
                .filter(distribution -> distribution.origin().isThere())
                .toList();
        return jdks().stream()
                .flatMap(jdk ->
                        there.stream().map(distribution -> new DistributionHost(distribution, Surface.AGENT, jdk)));
    }

    /** The agent in one container of each line, none of which it knows. */
    static Stream<ContainerHost> ofTheFallback() {
        return Arrays.stream(Line.values()).map(line -> ContainerHost.of(Container.newestOf(line), Surface.FALLBACK));
    }

    /** The agent in containers that run already, one of each kind of adapter and namespace, in every JDK. */
    static Stream<ContainerHost> ofTheLateAgent() {
        return jdks().stream()
                .flatMap(jdk -> LATE.stream()
                        .map(container -> new ContainerHost(container, Surface.LATE, jdk, Protocol.HTTP_1_1)));
    }

    /** The filter of the container's namespace in every container, but for two first releases; docs/containers.md says why. */
    static Stream<ContainerHost> ofTheFilters() {
        return Arrays.stream(Container.values())
                .filter(container -> container != Container.JETTY_9_4_OLDEST)
                .map(container -> ContainerHost.of(
                        container, container.line().isJavax() ? Surface.JAVAX_FILTER : Surface.FILTER));
    }
}
