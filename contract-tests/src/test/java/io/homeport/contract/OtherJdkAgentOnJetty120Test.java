package io.homeport.contract;

/** The agent in Jetty 12.0, ee10, in the second JDK. */
final class OtherJdkAgentOnJetty120Test extends OtherJdkContract {
    OtherJdkAgentOnJetty120Test() {
        super(Container.JETTY_12_0_EE10);
    }
}
