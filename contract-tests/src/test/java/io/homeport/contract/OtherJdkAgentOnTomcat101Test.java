package io.homeport.contract;

/** The agent in Tomcat 10.1, in the second JDK. */
final class OtherJdkAgentOnTomcat101Test extends OtherJdkContract {
    OtherJdkAgentOnTomcat101Test() {
        super(Container.TOMCAT_10_1);
    }
}
