package io.homeport.contract;

/** The agent in Undertow 2.2 (javax). */
final class AgentOnUndertow22Test extends ServerContract {
    AgentOnUndertow22Test() {
        super(ContainerHost.of(Container.UNDERTOW_2_2, Surface.AGENT));
    }
}
