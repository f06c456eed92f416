package io.homeport.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of localhost, signed by itself, made anew for each run of the tests. */
final class TestCertificate {
    static final String PASSWORD = "changeit";

    private static final Path KEY_STORE = made();
    /** One for all, so that sessions of TLS are resumed. */
    private static final SSLSocketFactory CLIENT = trusting();

    private TestCertificate() {}

    /** The PKCS#12 file with the certificate and its key. */
    static Path keyStore() {
        return KEY_STORE;
    }

    /** Makes sockets that trust this certificate and no other. */
    static SSLSocketFactory client() {
        return CLIENT;
    }

    private static SSLSocketFactory trusting() {
        try (InputStream in = Files.newInputStream(KEY_STORE)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path made() {
        try {
            Path folder = Files.createTempDirectory("homeport-certificate");
            Path file = folder.resolve("localhost.p12");
            Process keytool =
                    new ProcessBuilder(command(file)).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Path file) {
        return List.of(
                Jdk.running().home().resolve("bin/keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "localhost",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
    }
}
