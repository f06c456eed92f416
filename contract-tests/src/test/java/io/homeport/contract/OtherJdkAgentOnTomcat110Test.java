package io.homeport.contract;

/** The agent in Tomcat 11, in the second JDK. */
final class OtherJdkAgentOnTomcat110Test extends OtherJdkContract {
    OtherJdkAgentOnTomcat110Test() {
        super(Container.TOMCAT_11_0);
    }
}
