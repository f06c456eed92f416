package io.homeport.contract.bench;

import java.io.File;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** The contract application on Tomcat. */
public final class TomcatBench {
    private TomcatBench() {}

    public static void main(String[] args) throws Exception {
        File folder = Files.createTempDirectory("bench-tomcat").toFile();
        folder.deleteOnExit();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.getPath());
        tomcat.setPort(BenchSettings.port());
        Context context = tomcat.addContext(BenchSettings.context(), folder.getPath());
        Wrapper contract = Tomcat.addServlet(context, "contract", new ContractServlet());
        contract.setAsyncSupported(true);
        contract.setLoadOnStartup(1);
        context.addServletMappingDecoded("/*", "contract");
        addErrorPage(context);
        if (!BenchSettings.route().isEmpty()) {
            tomcat.getEngine().setJvmRoute(BenchSettings.route());
        }
        if (BenchSettings.filter()) {
            addFilter(context);
        }
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.start();
        if (!context.getState().isAvailable()) {
            BenchSettings.fail(context.getState().toString());
        }
        BenchSettings.serve(tomcat.getConnector().getLocalPort(), () -> {
            context.stop();
            tomcat.getHost().removeChild(context);
            return new WeakReference<>(null);
        });
    }

    private static void addErrorPage(Context context) {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(410);
        page.setLocation("/error-page");
        context.addErrorPage(page);
    }

    private static void addFilter(Context context) {
        FilterDef filter = new FilterDef();
        filter.setFilterName("homeport");
        filter.setFilterClass(BenchSettings.FILTER);
        filter.setAsyncSupported("true");
        for (Map.Entry<String, String> param : BenchSettings.initParams().entrySet()) {
            filter.addInitParameter(param.getKey(), param.getValue());
        }
        context.addFilterDef(filter);
        FilterMap everything = new FilterMap();
        everything.setFilterName("homeport");
        everything.addURLPattern("/*");
        everything.setDispatcher("REQUEST");
        everything.setDispatcher("ERROR");
        context.addFilterMap(everything);
    }
}
