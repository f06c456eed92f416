package io.homeport.contract.bench;

import java.io.File;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** The contract application on Tomcat. */
public final class TomcatBench {
    private TomcatBench() {}

    public static void main(String[] args) throws Exception {
        File folder = Files.createTempDirectory("bench-tomcat").toFile();
        folder.deleteOnExit();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.getPath());
        Connector connector = connector();
        tomcat.setConnector(connector);
        Context context = tomcat.addContext(BenchSettings.context(), folder.getPath());
        Wrapper contract = Tomcat.addServlet(context, "contract", new ContractServlet());
        contract.setAsyncSupported(true);
        contract.setLoadOnStartup(1);
        context.addServletMappingDecoded("/*", "contract");
        addErrorPage(context);
        StandardManager sessions = new StandardManager();
        // What ends sessions looks at them each second, not each minute.
        sessions.setProcessExpiresFrequency(1);
        context.setManager(sessions);
        tomcat.getEngine().setBackgroundProcessorDelay(1);
        if (!BenchSettings.route().isEmpty()) {
            tomcat.getEngine().setJvmRoute(BenchSettings.route());
        }
        if (BenchSettings.filter()) {
            addFilter(context);
        }
        tomcat.start();
        if (!context.getState().isAvailable()) {
            BenchSettings.fail(context.getState().toString());
        }
        BenchSettings.serve(connector.getLocalPort(), () -> {
            context.stop();
            tomcat.getHost().removeChild(context);
            return new WeakReference<>(null);
        });
    }

    private static Connector connector() {
        boolean ajp = BenchSettings.protocol().equals("ajp");
        Connector connector = new Connector(ajp ? "AJP/1.3" : "HTTP/1.1");
        connector.setPort(BenchSettings.port());
        connector.setProperty("address", "127.0.0.1");
        if (ajp) {
            connector.setProperty("secretRequired", "false");
        }
        if (BenchSettings.http2()) {
            connector.addUpgradeProtocol(new Http2Protocol());
        }
        if (BenchSettings.tls()) {
            addCertificate(connector);
        }
        return connector;
    }

    private static void addCertificate(Connector connector) {
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(BenchSettings.keyStore());
        certificate.setCertificateKeystorePassword(BenchSettings.keyStorePassword());
        certificate.setCertificateKeystoreType("PKCS12");
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        connector.setProperty("SSLEnabled", "true");
        connector.setScheme("https");
        connector.setSecure(true);
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
