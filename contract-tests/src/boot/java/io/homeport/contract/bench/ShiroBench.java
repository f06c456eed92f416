package io.homeport.contract.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.realm.SimpleAccountRealm;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.apache.shiro.web.servlet.AbstractShiroFilter;
import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The contract application, whose sessions are Shiro's own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ContractSettings.class)
public class ShiroBench {

    public static void main(String[] args) throws Exception {
        BootMain.run(ShiroBench.class, args);
    }

    @Bean
    FilterRegistrationBean<ShiroFilter> shiro() {
        SimpleAccountRealm realm = new SimpleAccountRealm();
        realm.addAccount("user", "secret");
        DefaultWebSessionManager sessions = new DefaultWebSessionManager();
        String name = System.getProperty("bench.shiro.cookie", "");
        if (!name.isEmpty()) {
            sessions.getSessionIdCookie().setName(name);
        }
        DefaultWebSecurityManager security = new DefaultWebSecurityManager(realm);
        security.setSessionManager(sessions);
        return new FilterRegistrationBean<>(new ShiroFilter(security));
    }

    @Bean
    ServletRegistrationBean<Login> login() {
        return new ServletRegistrationBean<>(new Login(), "/shiro-login");
    }

    static final class ShiroFilter extends AbstractShiroFilter {
        ShiroFilter(DefaultWebSecurityManager security) {
            setSecurityManager(security);
        }
    }

    static final class Login extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            SecurityUtils.getSubject()
                    .login(new UsernamePasswordToken(
                            request.getParameter("username"), request.getParameter("password")));
            ContractServlet.write(
                    response, "hello " + SecurityUtils.getSubject().getPrincipal());
        }
    }
}
