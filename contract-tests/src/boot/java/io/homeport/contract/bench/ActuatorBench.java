package io.homeport.contract.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The contract application beside an Actuator, one of whose components is down while a file is there. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ContractSettings.class)
public class ActuatorBench {

    public static void main(String[] args) throws Exception {
        BootMain.run(ActuatorBench.class, args);
    }

    @Bean
    HealthIndicator bench() {
        Path file = Path.of(System.getProperty("bench.down"));
        return () -> (Files.exists(file) ? Health.down() : Health.up()).build();
    }
}
