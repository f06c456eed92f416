package io.homeport.agent;

import java.lang.instrument.Instrumentation;

/** What runs where a JVM that has Homeport is given another. */
public final class SecondStart {
    private SecondStart() {}

    /**
     * Called reflectively by {@link Agent}.
     *
     * @param type the class that would have run
     */
    public static void start(Object type, Object instrumentation) {
        boolean late = type.equals("LateStart");
        String refusal = (late ? "attach" : "-javaagent")
                + ": a second Homeport (expected: one per JVM); only the first is active";
        StandardError.line(refusal);
        if (late) {
            LateReport report = new LateReport();
            report.add(refusal);
            report.leave((Instrumentation) instrumentation, false);
        }
    }
}
