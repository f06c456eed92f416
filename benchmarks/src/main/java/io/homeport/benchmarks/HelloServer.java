package io.homeport.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/**
 * The smallest server there is to measure against: one servlet that says hello. {@code once} starts it, asks it once and
 * exits; a port starts it for good; {@code --filter} puts the servlet filter in front.
 */
final class HelloServer {
    private static final class Hello extends HttpServlet {
        private static final long serialVersionUID = 1;
        private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.setContentLength(HELLO.length);
            response.getOutputStream().write(HELLO);
        }
    }

    private HelloServer() {}

    static void run(String... arguments) throws LifecycleException, IOException {
        java.util.logging.LogManager.getLogManager().reset();
        boolean once = arguments[0].equals("once");
        boolean filter = arguments.length > 1 && arguments[1].equals("--filter");
        Tomcat tomcat = start(once ? 0 : Integer.parseInt(arguments[0]), filter);
        int port = tomcat.getConnector().getLocalPort();
        if (!once) {
            System.out.println("listening on " + port);
            tomcat.getServer().await();
            return;
        }
        try (var in = URI.create("http://127.0.0.1:" + port + "/hello").toURL().openStream()) {
            in.readAllBytes();
        }
        System.out.println(cpuMillis() + " " + peakResidentMegabytes());
        Runtime.getRuntime().halt(0);
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static double peakResidentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    private static Tomcat start(int port, boolean filter) throws LifecycleException, IOException {
        Path folder = Files.createTempDirectory("homeport-benchmark");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(port);
        // No limit, or a connection would end after 100 requests and the measurement with it.
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "hello", new Hello());
        context.addServletMapping("/hello", "hello");
        if (filter) {
            addFilter(context);
        }
        tomcat.start();
        return tomcat;
    }

    private static void addFilter(Context context) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("homeport");
        definition.setFilterClass("io.homeport.servlet.HomeportFilter");
        definition.addInitParameter("node.id", "n1");
        context.addFilterDef(definition);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("homeport");
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
    }
}
