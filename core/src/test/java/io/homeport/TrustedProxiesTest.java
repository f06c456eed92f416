package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                // from, TLS, X-Forwarded-Proto, Forwarded, https
                "10.0.0.1 # false # - # - # false",
                "10.0.0.1 # true # - # - # true",
                "10.0.0.1 # false # https # - # true",
                "10.0.0.1 # false # HTTPS , http # - # true",
                "10.0.0.1 # false # http, https # - # false",
                "10.0.0.1 # true # http # - # false",
                "10.0.0.1 # false # wss # - # true",
                "10.0.0.1 # true # on # - # true",
                "10.0.0.1 # false # on # - # false",
                "10.0.0.1 # false # - # for=1.2.3.4; Proto=https;by=x # true",
                "10.0.0.1 # false # - # proto=\"https\", for=x;proto=http # true",
                "10.0.0.1 # false # - # for=x, proto=https # false",
                "10.0.0.1 # true # - # proto=http # false",
                "10.0.0.1 # true # - # for=x # true",
                "10.0.0.1 # false # http # proto=https # false",
                "203.0.113.9 # false # https # proto=https # false",
                "203.0.113.9 # true # http # - # true",
                "^^ # false # https # - # false",
                "fe80::1%2 # false # https # - # true",
                "::ffff:192.168.1.1 # false # https # - # true"
            })
    void theClientsSchemeIsWhatATrustedProxySays(
            String from, boolean tls, @Nullable String proto, @Nullable String forwarded, boolean https) {
        FakeRequest request = FakeRequest.get("/").from(from);
        if (tls) {
            request.overTls();
        }
        if (proto != null) {
            request.header("X-Forwarded-Proto", proto);
        }
        if (forwarded != null) {
            request.header("Forwarded", forwarded);
        }

        assertThat(TestNode.valid().trustedProxies().clientCameByHttps(request)).isEqualTo(https);
    }
}
