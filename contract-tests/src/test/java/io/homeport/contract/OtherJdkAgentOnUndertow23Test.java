package io.homeport.contract;

/** The agent in Undertow 2.3, in the second JDK. */
final class OtherJdkAgentOnUndertow23Test extends OtherJdkContract {
    OtherJdkAgentOnUndertow23Test() {
        super(Container.UNDERTOW_2_3);
    }
}
