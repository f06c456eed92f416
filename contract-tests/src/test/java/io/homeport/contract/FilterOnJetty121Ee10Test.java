package io.homeport.contract;

/** The filter on Jetty 12.1, ee10 (Servlet 6.0). */
final class FilterOnJetty121Ee10Test extends ServerContract {
    FilterOnJetty121Ee10Test() {
        super(ContainerHost.of(Container.JETTY_12_1_EE10, Surface.FILTER));
    }
}
