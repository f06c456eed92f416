package io.homeport.contract;

/** The javax twin on Jetty 12.0, ee8 (Servlet 4.0). */
final class JavaxFilterOnJetty120Test extends ServerContract {
    JavaxFilterOnJetty120Test() {
        super(ContainerHost.of(Container.JETTY_12_0_EE8, Surface.JAVAX_FILTER));
    }
}
