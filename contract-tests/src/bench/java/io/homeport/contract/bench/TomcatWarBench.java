package io.homeport.contract.bench;

import java.io.File;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** A web application with its own WEB-INF/lib on Tomcat. */
public final class TomcatWarBench {
    private TomcatWarBench() {}

    public static void main(String[] args) throws Exception {
        File folder = Files.createTempDirectory("bench-tomcat").toFile();
        folder.deleteOnExit();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.getPath());
        tomcat.setPort(0);
        tomcat.setAddDefaultWebXmlToWebapp(false);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addWebapp(BenchSettings.context(), BenchSettings.war());
        if (Boolean.getBoolean("bench.naming")) {
            tomcat.enableNaming();
        }
        tomcat.start();
        if (!context.getState().isAvailable()) {
            BenchSettings.fail(context.getState().toString());
        }
        Context[] deployed = {context};
        context = null;
        BenchSettings.serve(tomcat.getConnector().getLocalPort(), () -> {
            WeakReference<ClassLoader> loader =
                    new WeakReference<>(deployed[0].getLoader().getClassLoader());
            deployed[0].stop();
            tomcat.getHost().removeChild(deployed[0]);
            deployed[0] = null;
            return loader;
        });
    }
}
