package io.homeport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** {@link Hello} on Tomcat. */
final class TomcatHello {
    private TomcatHello() {}

    static int start(int port, boolean filter) throws LifecycleException, IOException {
        Path folder = Files.createTempDirectory("homeport-benchmark");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(port);
        // No limit, or a connection would end after 100 requests and the measurement with it.
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "hello", new Hello());
        context.addServletMapping(Hello.PATH, "hello");
        if (filter) {
            addFilter(context);
        }
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
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
