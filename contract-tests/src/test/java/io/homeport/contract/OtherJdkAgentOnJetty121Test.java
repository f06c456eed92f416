package io.homeport.contract;

/** The agent in Jetty 12.1, ee11, in the second JDK. */
final class OtherJdkAgentOnJetty121Test extends OtherJdkContract {
    OtherJdkAgentOnJetty121Test() {
        super(Container.JETTY_12_1_EE11);
    }
}
