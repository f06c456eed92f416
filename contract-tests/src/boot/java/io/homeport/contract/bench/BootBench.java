package io.homeport.contract.bench;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The contract application, and Spring MVC beside it, in Spring Boot. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ContractSettings.class, MvcSettings.class})
public class BootBench {

    public static void main(String[] args) throws Exception {
        BootMain.run(BootBench.class, args);
    }
}
