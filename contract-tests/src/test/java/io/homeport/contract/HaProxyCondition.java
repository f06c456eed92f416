package io.homeport.contract;

/** For tests that need HAProxy. */
final class HaProxyCondition extends BalancerCondition {
    HaProxyCondition() {
        super("HAProxy", HaProxy.isInstalled());
    }
}
