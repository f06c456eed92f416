package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.homeport.Configuration;
import io.homeport.Node;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(40)
final class DatabaseLooksTest {
    private static final String URL = "jdbc:h2:mem:checks;DB_CLOSE_DELAY=-1";
    private static final Map<String, Object> NAMES = new HashMap<>();

    private final CheckedNode pooled = CheckedNode.of("datasource=pool:orders");
    private final LookSources sources = new LookSources(pooled.node);

    /** Made by JNDI, by the loader that the thread has at the time. */
    public static final class Names implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) {
            return (Context) Proxy.newProxyInstance(
                    Names.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        Object found = NAMES.get(String.valueOf(arguments[0]));
                        if (found == null) {
                            throw new NameNotFoundException("no " + arguments[0]);
                        }
                        return found;
                    });
        }
    }

    @BeforeEach
    void bringNames() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    }

    @AfterEach
    void takeNames() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        NAMES.clear();
    }

    private static JdbcDataSource h2(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    private static HikariDataSource hikari(String name, String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    @Test
    void aDataSourceOfJndiIsUpWhereItsConnectionIsValid() throws Exception {
        CheckedNode test = CheckedNode.of("datasource=java:comp/env/jdbc/db");
        NAMES.put("java:comp/env/jdbc/db", h2(URL));
        assertThat(test.look()).isEqualTo(Seen.up("connection is valid"));

        NAMES.put("java:comp/env/jdbc/db", "text");
        assertThat(test.look()).isEqualTo(Seen.down("no data source, but java.lang.String"));
        NAMES.clear();
        assertThat(test.look()).isEqualTo(Seen.down("NameNotFoundException: no java:comp/env/jdbc/db"));
    }

    @Test
    void aNameIsNotMissedWhileNoApplicationHasStarted() throws Exception {
        Configuration configuration =
                Objects.requireNonNull(Configuration.read(List.of(), "node1").configuration());
        LookSources starting = new LookSources(new Node(configuration, line -> {}));

        assertThat(CheckedNode.of("datasource=java:comp/env/jdbc/db").look(starting))
                .isEqualTo(Seen.NOT_YET);
        starting.addPool(hikari("orders", URL));
        assertThat(pooled.look(starting)).isEqualTo(Seen.NOT_YET);
    }

    @Test
    void aPoolOfHikariIsFoundByItsName() throws Exception {
        try (HikariDataSource other = hikari("customers", URL);
                HikariDataSource pool = hikari("orders", URL)) {
            sources.addPool(other);
            assertThat(pooled.look(sources)).isEqualTo(Seen.down("no pool of that name, but customers"));
            sources.addPool(pool);
            assertThat(pooled.look(sources)).isEqualTo(Seen.up("connection is valid"));
        }
        assertThat(pooled.look(sources)).isEqualTo(Seen.down("no pool of that name"));
    }

    @Test
    void aPoolOfTomcatsIsFoundByItsName() throws Exception {
        PoolProperties properties = new PoolProperties();
        properties.setName("orders");
        properties.setUrl(URL);
        properties.setDriverClassName("org.h2.Driver");
        DataSource database = new DataSource(properties);
        sources.addPool(database.createPool());

        assertThat(pooled.look(sources)).isEqualTo(Seen.up("connection is valid"));

        database.close();
        assertThat(pooled.look(sources)).isEqualTo(Seen.down("no pool of that name"));
    }

    /** What of Spring's contexts is asked. */
    public static final class Beans {
        private final Map<String, Object> byName = new HashMap<>();
        private boolean running;

        public boolean isRunning() {
            return running;
        }

        public Map<String, Object> getBeansOfType(Class<?> type, boolean scoped, boolean eager) {
            assertThat(type).isEqualTo(javax.sql.DataSource.class);
            assertThat(scoped || eager).isFalse();
            return byName;
        }
    }

    @Test
    void aPoolThatIsABeanOfSpringsIsFoundOnceItsContextRuns() throws Exception {
        Beans beans = new Beans();
        beans.byName.put("other", h2(URL));
        sources.add(new Application(DatabaseLooksTest.class.getClassLoader(), beans));
        try (HikariDataSource pool = hikari("orders", URL)) {
            beans.byName.put("dataSource", pool);
            assertThat(pooled.look(sources)).isEqualTo(Seen.down("no pool of that name"));
            beans.running = true;
            assertThat(pooled.look(sources)).isEqualTo(Seen.up("connection is valid"));
        }
    }

    @Test
    void whatADriverWritesOfItsPasswordIsNotShown() {
        String url = "jdbc:h2:tcp://127.0.0.1:1/x;USER=sa;PASSWORD=hunter2";
        CheckRounds.Surroundings surroundings = new CheckRounds.Surroundings(
                (millis, work) -> {
                    if (millis == 0) {
                        work.run();
                    }
                    return () -> {};
                },
                Runnable::run,
                bound -> 0,
                pooled.node.checks(),
                pooled.faults);
        try (HikariDataSource pool = hikari("orders", url)) {
            pool.setConnectionTimeout(250);
            sources.addPool(pool);

            new CheckRounds(pooled.check, Looks.of(pooled.check, sources), surroundings).start();

            assertThat(pooled.seen()).startsWith("DOWN ").doesNotContain("hunter2");
            assertThat(pooled.log.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aPoolWithoutAFreeConnectionIsNotWaitedForLongerThanTheTimeout() throws Exception {
        try (HikariDataSource pool = hikari("orders", URL);
                OpenNode open = OpenNode.of(
                        "health.check.db.datasource=pool:orders",
                        "health.check.db.interval=500ms",
                        "health.check.db.timeout=200ms")) {
            open.node.readiness().pool(pool);
            try (Connection last = pool.getConnection()) {
                assertThat(last.isClosed()).isFalse();
                open.node.applicationStarted();
                assertThat(open.lineWith("check db: down")).endsWith("(no result after 200ms; still running)");
            }
            assertThat(open.lineWith("check db: up")).endsWith("(connection is valid)");
        }
    }
}
