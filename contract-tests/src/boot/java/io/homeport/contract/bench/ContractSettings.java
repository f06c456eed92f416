package io.homeport.contract.bench;

import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** The contract application takes every path that nothing else does. */
@Configuration(proxyBeanMethods = false)
public class ContractSettings {

    @Bean
    ServletRegistrationBean<ContractServlet> contract() {
        return new ServletRegistrationBean<>(new ContractServlet(), "/*");
    }

    @Bean
    ErrorPageRegistrar errorPages() {
        return registry -> registry.addErrorPages(new ErrorPage(HttpStatus.GONE, "/error-page"));
    }
}
