package io.homeport.contract.bench;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** {@code /allocated}: the bytes that all threads of this JVM have allocated so far. */
final class AllocatedPath {
    private AllocatedPath() {}

    static void serve(HttpServletResponse response) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        ContractServlet.write(response, String.valueOf(sum));
    }
}
