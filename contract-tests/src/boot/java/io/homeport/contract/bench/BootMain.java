package io.homeport.contract.bench;

import java.lang.ref.WeakReference;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs an application for the test that started this JVM. */
final class BootMain {
    private BootMain() {}

    static void run(Class<?> application, String[] args) throws Exception {
        System.setProperty("spring.mvc.servlet.path", "/mvc");
        System.setProperty("spring.main.banner-mode", "off");
        System.setProperty("server.compression.enabled", "true");
        ConfigurableApplicationContext context = SpringApplication.run(application, args);
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        BenchSettings.serve(port, () -> {
            context.close();
            return new WeakReference<>(null);
        });
    }
}
