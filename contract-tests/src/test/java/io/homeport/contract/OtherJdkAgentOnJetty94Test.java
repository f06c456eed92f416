package io.homeport.contract;

/** The agent in Jetty 9.4 (javax), in the second JDK. */
final class OtherJdkAgentOnJetty94Test extends OtherJdkContract {
    OtherJdkAgentOnJetty94Test() {
        super(Container.JETTY_9_4);
    }
}
