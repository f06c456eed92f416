package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that the container's own FORM authenticator makes, before any filter or servlet is called. */
final class FormLoginTest {
    private static final String SECRET = "/app/secret/plan";
    private static final String LOGIN = "/app/j_security_check";

    @ParameterizedTest
    @EnumSource(
            names = {
                "TOMCAT_9_0",
                "TOMCAT_10_1",
                "TOMCAT_11_0",
                "JETTY_9_4",
                "JETTY_11_0",
                "JETTY_12_0_EE10",
                "JETTY_12_1_EE11",
                "UNDERTOW_2_2",
                "UNDERTOW_2_3"
            })
    void loginIsStampedAndComesAfterTheWayHome(Container container) {
        try (ApplicationNode node = new ApplicationNode(options -> container.startLogin(Jdk.running(), options))) {
            assertSentHomeUnseen(node, Ask.get(SECRET));
            assertSentHomeUnseen(node, Ask.of("POST", LOGIN));
            Reply challenge = node.get(SECRET);
            assertThat(challenge.status()).isIn(200, 302, 303);
            Contract.assertStampedWithItsSession(challenge);
            String before = "JSESSIONID=" + challenge.cookie("JSESSIONID");
            Reply mistaken = login(node, "guess", before);
            assertThat(mistaken.cookies("HOMEPORT")).isEqualTo(mistaken.setsSession() ? 1 : 0);
            Reply login = login(node, "secret", before);
            assertThat(login.status()).isIn(302, 303);
            assertThat(login.one("Location")).endsWith(SECRET);
            Contract.assertStampedWithItsSession(login);
            String after = "JSESSIONID=" + login.cookie("JSESSIONID");
            assertThat(after).isNotEqualTo(before);
            Reply home = node.get(SECRET, after, "HOMEPORT=n2");
            Contract.assertServed(home, "application /secret/plan");
            assertThat(home.cookie("HOMEPORT")).isEqualTo("n1");
        }
    }

    private static Reply login(ApplicationNode node, String password, String session) {
        String form = "j_username=user&j_password=" + password;
        Ask post = Ask.of("POST", LOGIN)
                .cookie(session + "; HOMEPORT=n1")
                .header("Connection", "close")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Content-Length", String.valueOf(form.length()));
        String head = new String(post.head(), StandardCharsets.ISO_8859_1);
        String answer = new PlainWire(node.port()).exchange(head + form);
        try {
            return new ReplyReader(new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1))).read(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSentHomeUnseen(ApplicationNode node, Ask ask) {
        Reply foreign = node.send(ask.cookie("HOMEPORT=n2"));
        Contract.assertSentHome(foreign, node.atThePeer(ask.target()));
        assertThat(foreign.setsSession()).as("a session cookie in %s", foreign).isFalse();
    }
}
