package io.homeport.contract;

/** The agent in Jetty 12.0, ee8 (javax). */
final class AgentOnJetty120Ee8Test extends ServerContract {
    AgentOnJetty120Ee8Test() {
        super(ContainerHost.of(Container.JETTY_12_0_EE8, Surface.AGENT));
    }
}
