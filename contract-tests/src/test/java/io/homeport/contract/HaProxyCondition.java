package io.homeport.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips where HAProxy is not installed, see {@link SystemPackage}. */
final class HaProxyCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return SystemPackage.isThere("haproxy", HaProxy.isInstalled(), context.getDisplayName())
                ? ConditionEvaluationResult.enabled("haproxy is installed")
                : ConditionEvaluationResult.disabled("haproxy is not installed");
    }
}
