package io.homeport.contract;

/** The agent in Jetty 10 (javax), in the second JDK. */
final class OtherJdkAgentOnJetty100Test extends OtherJdkContract {
    OtherJdkAgentOnJetty100Test() {
        super(Container.JETTY_10_0);
    }
}
