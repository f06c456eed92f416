package io.homeport.contract.bench;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/** What Spring MVC serves, below {@code /mvc}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@Import({MvcPaths.class, EventPaths.class})
public class MvcSettings implements WebSocketConfigurer {

    /** A session is made by the handshake where there is none. */
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        HttpSessionHandshakeInterceptor sessions = new HttpSessionHandshakeInterceptor();
        sessions.setCreateSession(true);
        registry.addHandler(new EchoSocket(), "/socket").addInterceptors(sessions);
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> etags =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        etags.addUrlPatterns("/mvc/etag/*");
        return etags;
    }
}
