package io.homeport.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class only where a second JDK lies beside the running one, and says on stdout where there is none. */
final class OtherJdkCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Jdk.other().isPresent()) {
            return ConditionEvaluationResult.enabled("a second JDK is there");
        }
        String reason =
                context.getDisplayName() + " skipped: beside " + Jdk.running().home() + " lies no other JDK from 17 on";
        if (context.getTestMethod().isEmpty()) {
            System.out.println(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
