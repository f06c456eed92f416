package io.homeport.contract;

import java.util.Map;

/** Homeport in a container that a main of ours starts. */
record ContainerHost(Container container, Surface surface, Jdk jdk, Protocol protocol) implements ServerHost {

    static ContainerHost of(Container container, Surface surface) {
        return new ContainerHost(container, surface, Jdk.running(), Protocol.HTTP_1_1);
    }

    @Override
    public ServerProcess launch(Map<String, String> configuration) {
        return ServerProcess.ofBench(container.start(jdk, surface, configuration, protocol.options()));
    }

    @Override
    public boolean isSecure() {
        return protocol.isSecure();
    }

    @Override
    public boolean can(Limit feature) {
        if (feature == Limit.TELL_LENGTH_TO_HEAD) {
            return container != Container.TOMCAT_11_0_OLDEST;
        }
        if (feature == Limit.CLEAN_A_REQUEST_THAT_UPGRADES) {
            return container != Container.UNDERTOW_2_2;
        }
        return !surface.isWithinTheApplication()
                || switch (feature) {
                    case ANSWER_BEFORE_100 -> !container.isTomcat();
                    case TAKE_BACK_A_STAMP -> !container.isUndertow();
                    case SEE_OUTSIDE_THE_APPLICATION -> false;
                    default -> true;
                };
    }

    @Override
    public MatrixCell cell() {
        return new MatrixCell(container.title(), container.version(), jdk.version(), protocol.title(), surface.title());
    }

    @Override
    public String toString() {
        return cell().toString();
    }
}
