package io.homeport.contract;

/** The agent in Jetty 11. */
final class AgentOnJetty110Test extends ServerContract {
    AgentOnJetty110Test() {
        super(ContainerHost.of(Container.JETTY_11_0, Surface.AGENT));
    }
}
