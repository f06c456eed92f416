package io.homeport.contract.bench;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** {@code /recorded/begin} and {@code /recorded/end}: every object that a JVM without TLABs allocates in between. */
final class RecordedPath {
    private RecordedPath() {}

    static void serve(String way, HttpServletResponse response) throws IOException {
        if (way.equals("begin")) {
            begin();
            ContractServlet.write(response, "begun");
        } else {
            ContractServlet.write(response, end().toString());
        }
    }

    /** Kept by the JDK alone: not every server lets an application see this module, and a field's type is looked at early. */
    private static void begin() {
        Recording recording = new Recording();
        recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
        recording.enable("jdk.DataLoss");
        recording.start();
    }

    private static Path end() throws IOException {
        Path file = Files.createTempFile("allocated", ".jfr");
        try (Recording recording =
                FlightRecorder.getFlightRecorder().getRecordings().get(0)) {
            recording.stop();
            recording.dump(file);
        }
        return file;
    }
}
