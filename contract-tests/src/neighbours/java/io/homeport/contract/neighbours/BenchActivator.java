package io.homeport.contract.neighbours;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts the main class that lies in the same bundle, which serves until its JVM ends. */
public final class BenchActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) throws Exception {
        Class<?> main = context.getBundle().loadClass(context.getProperty("bench.main"));
        Thread thread = new Thread(() -> run(main), "bench");
        thread.setContextClassLoader(main.getClassLoader());
        thread.start();
    }

    private static void run(Class<?> main) {
        try {
            main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException e) {
            System.out.println("bench deployment failed: " + e.getCause());
        }
    }

    @Override
    public void stop(BundleContext context) {
        // It ends with its JVM.
    }
}
