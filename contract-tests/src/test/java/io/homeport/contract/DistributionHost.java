package io.homeport.contract;

import java.util.Map;

/** Homeport in a server as it is published. */
record DistributionHost(Distribution distribution, Surface surface, Jdk jdk) implements ServerHost {

    /** Why the server does not start on the JDK, empty where it does. */
    String errorOfItsOwn() {
        return Distributions.errorOf(distribution, jdk);
    }

    @Override
    public ServerProcess launch(Map<String, String> configuration) {
        return distribution.start(jdk, surface.options(configuration));
    }

    @Override
    public MatrixCell cell() {
        return new MatrixCell(
                distribution.title(), distribution.origin().version(), jdk.version(), "HTTP/1.1", surface.title());
    }

    @Override
    public String shown(String adapter) {
        return distribution.origin().shown(adapter);
    }

    @Override
    public String toString() {
        return cell().toString();
    }
}
