package io.homeport.agent;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.util.ArrayList;
import java.util.List;

/** The JVMs that this user could attach to. */
final class RunningJvms {
    private RunningJvms() {}

    /** Process id and main class or jar of each but this one; their arguments may be none of a terminal's business. */
    static List<String> lines() {
        String own = String.valueOf(ProcessHandle.current().pid());
        List<String> lines = new ArrayList<>();
        for (VirtualMachineDescriptor jvm : VirtualMachine.list()) {
            if (!jvm.id().equals(own)) {
                lines.add(jvm.id() + " " + jvm.displayName().split(" ", 2)[0]);
            }
        }
        return lines;
    }

    static boolean contain(String id) {
        for (VirtualMachineDescriptor jvm : VirtualMachine.list()) {
            if (jvm.id().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
