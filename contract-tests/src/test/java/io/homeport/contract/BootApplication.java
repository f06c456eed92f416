package io.homeport.contract;

import java.util.List;

/** What runs in Spring Boot: a main of {@code src/boot}, and the libraries that it needs besides Boot's own. */
enum BootApplication {
    CONTRACT("BootBench"),
    SPRING_SECURITY("SpringSecurityBench"),
    SPRING_SESSION("SpringSessionBench"),
    SHIRO("ShiroBench"),
    ACTUATOR("ActuatorBench");

    private final String main;

    BootApplication(String main) {
        this.main = main;
    }

    /** The simple name of its main class, which all others that end as this one are not compiled with. */
    String main() {
        return main;
    }

    List<String> libraries(Boot boot) {
        return switch (this) {
            case CONTRACT -> List.of();
            case ACTUATOR -> List.of("org.springframework.boot:spring-boot-starter-actuator:" + boot.version());
            case SPRING_SECURITY -> List.of("org.springframework.boot:spring-boot-starter-security:" + boot.version());
            case SPRING_SESSION -> List.of("org.springframework.session:spring-session-core:" + boot.springSession());
            case SHIRO ->
                boot.isJavax()
                        ? List.of("org.apache.shiro:shiro-web:1.13.0")
                        : List.of(
                                "org.apache.shiro:shiro-core:jar:jakarta:2.2.1",
                                "org.apache.shiro:shiro-web:jar:jakarta:2.2.1");
        };
    }
}
