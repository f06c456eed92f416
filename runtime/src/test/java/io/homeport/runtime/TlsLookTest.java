package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(40)
final class TlsLookTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npong";

    @TempDir
    private static Path folder = Path.of("");

    private static KeyStore keys;

    /** A certificate for the name localhost, and for no address. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString()))
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
    }

    private static RawServer server() throws GeneralSecurityException, IOException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new RawServer(
                socket, client -> client.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII)));
    }

    private static SSLContext trusting() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static Seen look(String host, RawServer server) throws Exception {
        return CheckedNode.of("url=https://" + host + ":" + server.port() + "/", "body=pong")
                .look();
    }

    @Test
    void onlyACertificateThatTheJvmTrustsForThatHostWillDo() throws Exception {
        SSLContext before = SSLContext.getDefault();
        try (RawServer server = server()) {
            assertThat(look("localhost", server).why()).contains("SSLHandshakeException");
            SSLContext.setDefault(trusting());
            assertThat(look("localhost", server)).isEqualTo(Seen.up("status 200 of 127.0.0.1:" + server.port()));
            assertThat(look("127.0.0.1", server).why()).contains("SSLHandshakeException");
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void aHandshakeThatIsNeverAnsweredIsCutOff() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                OpenNode open = OpenNode.of(
                        "health.check.tls.url=https://localhost:" + silent.getLocalPort(),
                        "health.check.tls.interval=500ms",
                        "health.check.tls.timeout=200ms")) {
            assertThat(open.lineWith("check tls: down")).endsWith("(no result after 200ms; still running)");
            // Where the first round still held on to its connection there would be no second.
            silent.accept().close();
            silent.accept().close();
        }
    }
}
