package io.homeport.contract.neighbours;

import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/** Runs one bundle in Felix, which delegates nothing but {@code java.*} to the class path. */
public final class FelixLauncher {
    private FelixLauncher() {}

    public static void main(String[] args) throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", args[0],
                        "org.osgi.framework.storage.clean", "onFirstInit",
                        "felix.bootdelegation.implicit", "false"));
        framework.start();
        Bundle bundle = framework.getBundleContext().installBundle(args[1]);
        bundle.start();
    }
}
