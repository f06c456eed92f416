package io.homeport.contract;

/** The agent in Jetty 11, in the second JDK. */
final class OtherJdkAgentOnJetty110Test extends OtherJdkContract {
    OtherJdkAgentOnJetty110Test() {
        super(Container.JETTY_11_0);
    }
}
