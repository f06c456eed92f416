package io.homeport.contract;

/** The agent in Tomcat 9 (javax). */
final class AgentOnTomcat90Test extends ServerContract {
    AgentOnTomcat90Test() {
        super(ContainerHost.of(Container.TOMCAT_9_0, Surface.AGENT));
    }
}
