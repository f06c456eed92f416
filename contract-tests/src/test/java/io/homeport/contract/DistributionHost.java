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

    /** Whether it has no adapter, and Homeport sees what its servlets and filters see. */
    private boolean isWithinTheApplication() {
        return Distributions.UNKNOWN.contains(distribution);
    }

    @Override
    public String health() {
        return isWithinTheApplication() ? "/app/health" : "/health";
    }

    @Override
    public boolean can(Limit feature) {
        return !isWithinTheApplication()
                || switch (feature) {
                    case ANSWER_BEFORE_100, SEE_OUTSIDE_THE_APPLICATION -> false;
                    case TAKE_BACK_A_STAMP, KEEP_MAX_AGE, KEEP_CACHE_CONTROL ->
                        !distribution.equals(Distributions.LIBERTY);
                    case KEEP_WITHIN_THE_APPLICATION -> !distribution.equals(Distributions.PAYARA_MICRO);
                    case TELL_LENGTH_TO_HEAD, CLEAN_A_REQUEST_THAT_UPGRADES -> true;
                };
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
