package io.homeport.contract;

/** For tests that need Apache httpd. */
final class HttpdCondition extends BalancerCondition {
    HttpdCondition() {
        super("Apache httpd", Httpd.isInstalled());
    }
}
