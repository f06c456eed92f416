package io.homeport.contract;

/** The agent in Jetty 12.1, ee11. */
final class AgentOnJetty121Test extends ServerContract {
    AgentOnJetty121Test() {
        super(ContainerHost.of(Container.JETTY_12_1_EE11, Surface.AGENT));
    }
}
