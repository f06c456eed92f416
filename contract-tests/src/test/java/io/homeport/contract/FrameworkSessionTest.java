package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that Spring Security, Spring Session and Shiro make, each with the real library before the agent. */
@Tag("soak")
final class FrameworkSessionTest {
    private static final String SECRET = "/app/secret/plan";
    private static final String CREATE = "/app/session/create";

    private static String cookie(String name, Reply reply) {
        return name + "=" + reply.cookie(name);
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOT_2_7_TOMCAT", "BOOT_3_5_UNDERTOW", "BOOT_4_1_JETTY"})
    void loginOfSpringSecurityIsStampedAndComesAfterTheWayHome(Boot boot) {
        try (ApplicationNode node = ApplicationNode.of(boot, BootApplication.SPRING_SECURITY)) {
            assertSentHomeUnseen(node, Ask.get(SECRET));
            assertSentHomeUnseen(node, Ask.of("POST", "/app/login?username=user&password=secret"));
            Reply challenge = node.get(SECRET);
            assertThat(challenge.one("Location")).endsWith("/app/login");
            Contract.assertStampedWithItsSession(challenge);
            String before = cookie("JSESSIONID", challenge);
            Reply login = node.send(
                    Ask.of("POST", "/app/login?username=user&password=secret").cookie(before + "; HOMEPORT=n1"));
            assertThat(login.status()).isEqualTo(302);
            Contract.assertStampedWithItsSession(login);
            String after = cookie("JSESSIONID", login);
            assertThat(after).isNotEqualTo(before);
            Reply home = node.get(SECRET, after, "HOMEPORT=n2");
            Contract.assertServed(home, "application /secret/plan");
            assertThat(home.cookie("HOMEPORT")).isEqualTo("n1");
            Contract.assertSentHome(node.get(SECRET, before, "HOMEPORT=n2"), node.atThePeer(SECRET));
        }
    }

    private static void assertSentHomeUnseen(ApplicationNode node, Ask ask) {
        Reply foreign = node.send(ask.cookie("HOMEPORT=n2"));
        Contract.assertSentHome(foreign, node.atThePeer(ask.target()));
        assertThat(foreign.setsSession()).as("a session cookie in %s", foreign).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOT_2_7_UNDERTOW", "BOOT_3_5_TOMCAT", "BOOT_4_1_JETTY"})
    void sessionOfSpringSessionIsStamped(Boot boot) {
        try (ApplicationNode node = ApplicationNode.of(boot, BootApplication.SPRING_SESSION)) {
            for (String way : new String[] {"session/create", "session/login", "session/large"}) {
                Contract.assertStampedWithItsSession(node.get("/app/" + way));
            }
            for (String way : new String[] {"callable", "streaming", "etag/session", "handled"}) {
                Contract.assertStampedWithItsSession(node.get("/app/mvc/" + way));
            }
            // Undertow drops what Spring Session has written when an exception is not caught.
            Reply uncaught = node.get("/app/mvc/uncaught");
            assertThat(uncaught.cookies("HOMEPORT")).isEqualTo(uncaught.setsSession() ? 1 : 0);
            Reply created = node.get(CREATE);
            assertThat(created.has("JSESSIONID")).isFalse();
            String session = cookie("SESSION", created);
            Contract.assertServed(node.get(CREATE, session, "HOMEPORT=n1"), "visit 2");
            Reply login = node.get("/app/session/login", session, "HOMEPORT=n1");
            Contract.assertStampedWithItsSession(login);
            Contract.assertServed(node.get(CREATE, cookie("SESSION", login), "HOMEPORT=n1"), "visit 5");
        }
    }

    /** Which sessions are valid only the repository knows, and the container is not asked: the affinity cookie decides. */
    @ParameterizedTest
    @EnumSource(names = {"BOOT_3_5_TOMCAT", "BOOT_4_1_JETTY"})
    void affinityCookieDecidesWhereASessionOfSpringSessionLives(Boot boot) {
        try (ApplicationNode node = ApplicationNode.of(boot, BootApplication.SPRING_SESSION)) {
            String session = cookie("SESSION", node.get(CREATE));
            Contract.assertSentHome(node.get(CREATE, session, "HOMEPORT=n2"), node.atThePeer(CREATE));
            Contract.assertServed(node.get(CREATE, session), "visit 2");
            node.hold();
            Contract.assertServed(node.get(CREATE, session, "HOMEPORT=n1"), "visit 3");
            assertThat(node.get(CREATE, session).status()).isEqualTo(307);
            assertThat(node.get(CREATE, "HOMEPORT=n1").status()).isEqualTo(307);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOT_2_7_UNDERTOW", "BOOT_3_5_JETTY"})
    void sessionOfShiroIsStamped(Boot boot) {
        try (ApplicationNode node = ApplicationNode.of(boot, BootApplication.SHIRO)) {
            Reply created = node.get(CREATE);
            Contract.assertStampedWithItsSession(created);
            String session = cookie("JSESSIONID", created);
            Contract.assertServed(node.get(CREATE, session, "HOMEPORT=n1"), "visit 2");
            Reply login = node.send(Ask.of("POST", "/app/shiro-login?username=user&password=secret"));
            Contract.assertServed(login, "hello user");
            Contract.assertStampedWithItsSession(login);
            Contract.assertSentHome(node.get(CREATE, session, "HOMEPORT=n2"), node.atThePeer(CREATE));
        }
    }

    /** No container knows that name, so nothing tells that it is a session's. */
    @ParameterizedTest
    @CsvSource("BOOT_3_5_TOMCAT")
    void sessionCookieOfShiroByAnotherNameIsNotStamped(Boot boot) {
        try (ApplicationNode node = ApplicationNode.of(boot, BootApplication.SHIRO, "-Dbench.shiro.cookie=sid")) {
            Reply created = node.get(CREATE);
            assertThat(created.cookie("sid")).isNotEmpty();
            Contract.assertUnstamped(created);
        }
    }
}
