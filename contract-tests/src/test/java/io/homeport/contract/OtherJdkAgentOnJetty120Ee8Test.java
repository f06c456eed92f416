package io.homeport.contract;

/** The agent in Jetty 12.0, ee8, in the second JDK. */
final class OtherJdkAgentOnJetty120Ee8Test extends OtherJdkContract {
    OtherJdkAgentOnJetty120Ee8Test() {
        super(Container.JETTY_12_0_EE8);
    }
}
