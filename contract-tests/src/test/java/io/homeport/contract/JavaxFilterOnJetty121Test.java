package io.homeport.contract;

/** The javax twin on Jetty 12.1, ee8 (Servlet 4.0). */
final class JavaxFilterOnJetty121Test extends ServerContract {
    JavaxFilterOnJetty121Test() {
        super(ContainerHost.of(Container.JETTY_12_1_EE8, Surface.JAVAX_FILTER));
    }
}
