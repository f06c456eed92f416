package io.homeport.contract;

/** The agent in Undertow 2.3. */
final class AgentOnUndertow23Test extends ServerContract {
    AgentOnUndertow23Test() {
        super(ContainerHost.of(Container.UNDERTOW_2_3, Surface.AGENT));
    }
}
