package io.homeport.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips where HAProxy is not installed, and says so on stdout; fails instead where the environment demands it. */
final class HaProxyCondition implements ExecutionCondition {
    private static final String DEMAND = "HOMEPORT_REQUIRE_BALANCERS";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (HaProxy.isInstalled()) {
            return ConditionEvaluationResult.enabled("HAProxy is installed");
        }
        if (System.getenv(DEMAND) != null) {
            throw new AssertionError("HAProxy is not installed, and " + DEMAND + " is set");
        }
        String reason = context.getDisplayName() + " skipped: haproxy is not installed";
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
