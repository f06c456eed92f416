package io.homeport.contract;

/** The agent in Jetty 9.4 (javax). */
final class AgentOnJetty94Test extends ServerContract {
    AgentOnJetty94Test() {
        super(ContainerHost.of(Container.JETTY_9_4, Surface.AGENT));
    }
}
