package io.homeport.contract;

/** The agent in Tomcat 10.1. */
final class AgentOnTomcat101Test extends ServerContract {
    AgentOnTomcat101Test() {
        super(ContainerHost.of(Container.TOMCAT_10_1, Surface.AGENT));
    }
}
