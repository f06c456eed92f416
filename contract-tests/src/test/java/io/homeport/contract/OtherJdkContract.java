package io.homeport.contract;

import org.junit.jupiter.api.extension.ExtendWith;

/** The agent once more, in the second JDK of this machine. */
@ExtendWith(OtherJdkCondition.class)
abstract class OtherJdkContract extends ServerContract {
    OtherJdkContract(Container container) {
        super(new ContainerHost(container, Surface.AGENT, Jdk.other().orElseGet(Jdk::running)));
    }
}
