package io.homeport.contract;

/** The javax twin on Tomcat 9 (Servlet 4.0). */
final class JavaxFilterOnTomcat90Test extends ServerContract {
    JavaxFilterOnTomcat90Test() {
        super(ContainerHost.of(Container.TOMCAT_9_0, Surface.JAVAX_FILTER));
    }
}
