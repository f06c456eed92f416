package io.homeport.contract;

/** The agent in Jetty 12.0, ee10. */
final class AgentOnJetty120Test extends ServerContract {
    AgentOnJetty120Test() {
        super(ContainerHost.of(Container.JETTY_12_0_EE10, Surface.AGENT));
    }
}
