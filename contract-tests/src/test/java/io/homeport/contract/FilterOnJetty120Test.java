package io.homeport.contract;

/** The filter on Jetty 12.0 (Servlet 6.0). */
final class FilterOnJetty120Test extends ServerContract {
    FilterOnJetty120Test() {
        super(ContainerHost.of(Container.JETTY_12_0_EE10, Surface.FILTER));
    }
}
