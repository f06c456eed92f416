package io.homeport.contract;

/** A package of the system's that some tests need: where it is missing they say so, or fail if the environment demands it. */
final class SystemPackage {
    private static final String DEMAND = "HOMEPORT_REQUIRE_PACKAGES";

    private SystemPackage() {}

    /** Says on stdout what is not run where the package is missing. */
    static boolean isThere(String name, boolean there, String what) {
        if (!there && System.getenv(DEMAND) != null) {
            throw new AssertionError(name + " is not installed, and " + DEMAND + " is set");
        }
        if (!there) {
            System.out.println(what + " skipped: " + name + " is not installed");
        }
        return there;
    }
}
