package io.homeport.contract;

/** The agent in Jetty 10 (javax). */
final class AgentOnJetty100Test extends ServerContract {
    AgentOnJetty100Test() {
        super(ContainerHost.of(Container.JETTY_10_0, Surface.AGENT));
    }
}
