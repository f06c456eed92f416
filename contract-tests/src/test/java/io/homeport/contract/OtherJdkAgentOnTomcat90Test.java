package io.homeport.contract;

/** The agent in Tomcat 9, in the second JDK. */
final class OtherJdkAgentOnTomcat90Test extends OtherJdkContract {
    OtherJdkAgentOnTomcat90Test() {
        super(Container.TOMCAT_9_0);
    }
}
