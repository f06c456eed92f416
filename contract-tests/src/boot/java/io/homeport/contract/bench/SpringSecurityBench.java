package io.homeport.contract.bench;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The contract application, whose secrets are behind Spring Security's form. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ContractSettings.class)
public class SpringSecurityBench {

    public static void main(String[] args) throws Exception {
        System.setProperty("spring.security.user.name", "user");
        System.setProperty("spring.security.user.password", "{noop}secret");
        BootMain.run(SpringSecurityBench.class, args);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        RequestMatcher secret = request -> request.getRequestURI().contains("/secret/");
        http.authorizeHttpRequests(requests ->
                requests.requestMatchers(secret).authenticated().anyRequest().permitAll());
        http.formLogin(Customizer.withDefaults());
        http.csrf(csrf -> csrf.disable());
        return http.build();
    }
}
