package io.homeport.contract.bench;

import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/** The contract application, whose sessions are Spring Session's, kept in this JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableSpringHttpSession
@Import({ContractSettings.class, MvcSettings.class})
public class SpringSessionBench {

    public static void main(String[] args) throws Exception {
        BootMain.run(SpringSessionBench.class, args);
    }

    @Bean
    MapSessionRepository sessions() {
        return new MapSessionRepository(new ConcurrentHashMap<>());
    }
}
