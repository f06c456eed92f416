package io.homeport.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts what passes in each cell and remembers it for docs/containers.md. */
final class Matrix implements AfterEachCallback {
    private static final List<MatrixRow> ROWS = new ArrayList<>();

    /** The cases of one cell. */
    record Tally(AtomicInteger passed, AtomicInteger failed) {
        Tally() {
            this(new AtomicInteger(), new AtomicInteger());
        }

        @Override
        public String toString() {
            return failed.get() == 0
                    ? passed + " cases pass"
                    : failed + " of " + (passed.get() + failed.get()) + " FAIL";
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Tally tally = ((ProtocolContract) context.getRequiredTestInstance()).tally();
        (context.getExecutionException().isPresent() ? tally.failed() : tally.passed()).incrementAndGet();
    }

    static synchronized void record(MatrixRow row) {
        ROWS.add(row);
    }

    /** All cells of this run so far, as lines of the table in the order of their text. */
    static synchronized List<String> lines() {
        return ROWS.stream().map(MatrixRow::line).sorted().toList();
    }
}
