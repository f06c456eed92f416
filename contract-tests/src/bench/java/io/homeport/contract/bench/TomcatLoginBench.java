package io.homeport.contract.bench;

import java.io.File;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.authenticator.FormAuthenticator;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** The contract application on Tomcat, with secrets that Tomcat itself guards by a form. */
public final class TomcatLoginBench {
    private TomcatLoginBench() {}

    public static void main(String[] args) throws Exception {
        File folder = Files.createTempDirectory("bench-tomcat").toFile();
        folder.deleteOnExit();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.getPath());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.addUser("user", "secret");
        tomcat.addRole("user", "user");
        Context context = tomcat.addContext(BenchSettings.context(), folder.getPath());
        Tomcat.addServlet(context, "contract", new ContractServlet()).setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "contract");
        context.setLoginConfig(new LoginConfig("FORM", null, "/login-page", "/login-error"));
        context.addConstraint(secrets());
        context.getPipeline().addValve(new FormAuthenticator());
        tomcat.start();
        BenchSettings.serve(tomcat.getConnector().getLocalPort(), () -> {
            context.stop();
            return new WeakReference<>(null);
        });
    }

    private static SecurityConstraint secrets() {
        SecurityCollection paths = new SecurityCollection();
        paths.addPatternDecoded("/secret/*");
        SecurityConstraint secrets = new SecurityConstraint();
        secrets.addCollection(paths);
        secrets.addAuthRole("user");
        return secrets;
    }
}
