package io.homeport.contract;

/** The agent in Undertow 2.2 (javax), in the second JDK. */
final class OtherJdkAgentOnUndertow22Test extends OtherJdkContract {
    OtherJdkAgentOnUndertow22Test() {
        super(Container.UNDERTOW_2_2);
    }
}
