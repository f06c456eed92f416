package io.homeport.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips where a balancer is not installed, see {@link SystemPackage}. */
abstract class BalancerCondition implements ExecutionCondition {
    private final String name;
    private final boolean installed;

    BalancerCondition(String name, boolean installed) {
        this.name = name;
        this.installed = installed;
    }

    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return SystemPackage.isThere(name, installed, context.getDisplayName())
                ? ConditionEvaluationResult.enabled(name + " is installed")
                : ConditionEvaluationResult.disabled(name + " is not installed");
    }
}
