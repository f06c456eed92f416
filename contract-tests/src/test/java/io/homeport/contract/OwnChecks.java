package io.homeport.contract;

import io.homeport.artifacts.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Web applications with something for readiness checks to look at. */
final class OwnChecks {
    private static final String CHECKS = """
            package example;
            import java.nio.file.*;
            public final class FileCheck implements io.homeport.servlet.ReadinessCheck {
                @Override public void check() {
                    if (Files.exists(Path.of(System.getProperty("bench.down")))) {
                        throw new IllegalStateException("the file is there");
                    }
                }
            }
            """;

    private static final String DEAF = """
            package example;
            import java.util.concurrent.locks.LockSupport;
            public final class DeafCheck implements io.homeport.servlet.ReadinessCheck {
                @Override public void check() {
                    for (;;) {
                        LockSupport.park();
                        Thread.interrupted();
                    }
                }
                @Override public String name() { return "deaf"; }
            }
            """;

    private static final String POOLS = """
            package example;
            public final class Pools implements jakarta.servlet.ServletContextListener {
                private final com.zaxxer.hikari.HikariDataSource orders = new com.zaxxer.hikari.HikariDataSource();
                private org.apache.tomcat.jdbc.pool.ConnectionPool stock;
                @Override public void contextInitialized(jakarta.servlet.ServletContextEvent event) {
                    orders.setPoolName("orders");
                    orders.setJdbcUrl("jdbc:h2:mem:orders");
                    org.apache.tomcat.jdbc.pool.PoolProperties settings =
                            new org.apache.tomcat.jdbc.pool.PoolProperties();
                    settings.setName("stock");
                    settings.setUrl("jdbc:h2:mem:stock");
                    settings.setDriverClassName("org.h2.Driver");
                    try {
                        stock = new org.apache.tomcat.jdbc.pool.ConnectionPool(settings);
                    } catch (java.sql.SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    private static final String RESOURCE = """
            <Context><Resource name="jdbc/db" type="javax.sql.DataSource" url="jdbc:h2:mem:db"
                driverClassName="org.h2.Driver" factory="org.apache.tomcat.jdbc.pool.DataSourceFactory"/></Context>
            """;

    private static final String BEAN = """
            package example;
            import java.nio.file.*;
            import org.eclipse.microprofile.health.*;
            @jakarta.enterprise.context.ApplicationScoped
            @Readiness
            public class FileBean implements HealthCheck {
                @Override public HealthCheckResponse call() {
                    boolean down = Files.exists(Path.of(System.getProperty("bench.down")));
                    return new HealthCheckResponse(
                            "file",
                            down ? HealthCheckResponse.Status.DOWN : HealthCheckResponse.Status.UP,
                            java.util.Optional.empty());
                }
            }
            """;

    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" bean-discovery-mode="annotated" version="4.0"/>
            """;

    private OwnChecks() {}

    /** One with the filter, and a bean for MicroProfile Health in Weld. */
    static Path withMicroProfile(Container container, Surface surface) {
        Path war = War.write(container, surface, "");
        List<Path> libraries = Artifacts.withDependencies(List.of(
                "org.jboss.weld.servlet:weld-servlet-core:5.1.7.Final",
                "org.eclipse.microprofile.health:microprofile-health-api:4.0.1"));
        for (Path library : libraries) {
            copy(library, war.resolve("WEB-INF/lib"));
        }
        compile(war, Map.of("FileBean", BEAN), libraries);
        write(war.resolve("WEB-INF/beans.xml"), BEANS);
        return war;
    }

    /** One with the filter, and two checks of its own: {@code FileCheck}, and {@code deaf}, which never ends. */
    static Path byServiceLoader(Container container, Surface surface) {
        Path war = War.write(container, surface, "");
        compile(war, Map.of("FileCheck", CHECKS, "DeafCheck", DEAF), List.of(surface.jar()));
        write(
                war.resolve("WEB-INF/classes/META-INF/services/io.homeport.servlet.ReadinessCheck"),
                "example.FileCheck\nexample.Missing\nexample.DeafCheck\n");
        return war;
    }

    /** One with the pools {@code orders}, of HikariCP, and {@code stock}, of Tomcat's, and {@code jdbc/db} by JNDI. */
    static Path withPools(Container container) {
        Path war = War.write(container, "<listener><listener-class>example.Pools</listener-class></listener>");
        List<Path> libraries = Artifacts.withDependencies(List.of(
                "com.zaxxer:HikariCP:7.1.0", "com.h2database:h2:2.3.232", "org.apache.tomcat:tomcat-jdbc:11.0.25"));
        for (Path library : libraries) {
            copy(library, war.resolve("WEB-INF/lib"));
        }
        List<Path> all = new ArrayList<>(libraries);
        all.addAll(container.jars());
        compile(war, Map.of("Pools", POOLS), all);
        write(war.resolve("META-INF/context.xml"), RESOURCE);
        return war;
    }

    private static void compile(Path war, Map<String, String> sources, List<Path> jars) {
        try {
            Path folder = Files.createTempDirectory(ChildProcess.scratch(), "own");
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
            }
            SmallCompiler.compile(files, war.resolve("WEB-INF/classes"), jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.copy(file, Files.createDirectories(folder).resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
