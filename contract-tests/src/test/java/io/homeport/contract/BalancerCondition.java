package io.homeport.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips where a balancer is not installed, and says so on stdout; fails instead where the environment demands it. */
abstract class BalancerCondition implements ExecutionCondition {
    private static final String DEMAND = "HOMEPORT_REQUIRE_BALANCERS";

    private final String name;
    private final boolean installed;

    BalancerCondition(String name, boolean installed) {
        this.name = name;
        this.installed = installed;
    }

    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (installed) {
            return ConditionEvaluationResult.enabled(name + " is installed");
        }
        if (System.getenv(DEMAND) != null) {
            throw new AssertionError(name + " is not installed, and " + DEMAND + " is set");
        }
        String reason = context.getDisplayName() + " skipped: " + name + " is not installed";
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
