package io.homeport.contract;

/** The agent in Tomcat 11. */
final class AgentOnTomcat110Test extends ServerContract {
    AgentOnTomcat110Test() {
        super(ContainerHost.of(Container.TOMCAT_11_0, Surface.AGENT));
    }
}
