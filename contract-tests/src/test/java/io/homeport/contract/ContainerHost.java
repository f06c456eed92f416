package io.homeport.contract;

import java.util.Map;

/** Homeport in a real container, in a JVM of its own. */
record ContainerHost(Container container, Surface surface, Jdk jdk) implements Host {

    static ContainerHost of(Container container, Surface surface) {
        return new ContainerHost(container, surface, Jdk.running());
    }

    @Override
    public ContainerNode start(Map<String, String> configuration, Setup setup) {
        return new ContainerNode(container.start(jdk, surface, configuration), setup.token());
    }

    @Override
    public String health() {
        return surface.isWithinTheApplication() ? "/app/health" : "/health";
    }

    @Override
    public boolean can(Limit feature) {
        return !surface.isWithinTheApplication()
                || switch (feature) {
                    case ANSWER_BEFORE_100 -> !container.isTomcat();
                    case TAKE_BACK_A_STAMP -> !container.isUndertow();
                    case SEE_OUTSIDE_THE_APPLICATION -> false;
                };
    }

    MatrixCell cell() {
        return new MatrixCell(container.title(), container.version(), jdk.version(), "HTTP/1.1", surface.title());
    }

    @Override
    public String toString() {
        return cell().toString();
    }
}
