package io.homeport.contract;

/** The filter on Tomcat 11 (Servlet 6.1). */
final class FilterOnTomcat110Test extends ServerContract {
    FilterOnTomcat110Test() {
        super(ContainerHost.of(Container.TOMCAT_11_0, Surface.FILTER));
    }
}
