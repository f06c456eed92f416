package io.homeport.contract;

/** The filter on Tomcat 10.1 (Servlet 6.0). */
final class FilterOnTomcat101Test extends ServerContract {
    FilterOnTomcat101Test() {
        super(ContainerHost.of(Container.TOMCAT_10_1, Surface.FILTER));
    }
}
