package io.homeport.sample;

import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;

/** The application on an embedded Tomcat. */
record TomcatServer(Tomcat tomcat) implements RunningServer {

    static RunningServer start(Site site) throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(workFolder());
        tomcat.setConnector(connector(site.port()));
        StandardContext context = (StandardContext) tomcat.addContext(site.contextPath(), null);
        context.setManager(sessionsInMemory());
        // Searches for leaks are for servers that outlive their applications.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        context.addServletContainerInitializer(site.application(), Set.of());
        tomcat.start();
        return new TomcatServer(tomcat);
    }

    /** One folder for all instances of a user: Tomcat insists on it, though nothing is ever written there. */
    private static String workFolder() {
        String name = "sample-backend-tomcat-" + System.getProperty("user.name");
        return Path.of(System.getProperty("java.io.tmpdir"), name).toString();
    }

    private static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        return connector;
    }

    /** Sessions end with the process, as on the other servers; by default Tomcat would keep them in a file. */
    private static StandardManager sessionsInMemory() {
        StandardManager sessions = new StandardManager();
        sessions.setPathname("");
        return sessions;
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
