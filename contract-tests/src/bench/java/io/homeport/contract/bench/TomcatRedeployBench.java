package io.homeport.contract.bench;

import java.io.File;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The contract application, again and again, on one Tomcat. */
public final class TomcatRedeployBench {
    private TomcatRedeployBench() {}

    public static void main(String[] args) throws Exception {
        File folder = Files.createTempDirectory("bench-tomcat").toFile();
        folder.deleteOnExit();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.getPath());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.start();
        Redeployments.run(new Redeployments.Server() {
            @Override
            public int port() {
                return tomcat.getConnector().getLocalPort();
            }

            @Override
            public AutoCloseable deploy(ClassLoader loader) {
                Context context = tomcat.addContext("/app", folder.getPath());
                context.setParentClassLoader(loader);
                Tomcat.addServlet(context, "contract", ContractServlet.class.getName());
                context.addServletMappingDecoded("/*", "contract");
                return () -> {
                    context.stop();
                    tomcat.getHost().removeChild(context);
                };
            }
        });
    }
}
