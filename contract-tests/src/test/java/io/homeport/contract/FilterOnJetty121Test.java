package io.homeport.contract;

/** The filter on Jetty 12.1, ee11 (Servlet 6.1). */
final class FilterOnJetty121Test extends ServerContract {
    FilterOnJetty121Test() {
        super(ContainerHost.of(Container.JETTY_12_1_EE11, Surface.FILTER));
    }
}
