package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AffinityCookieTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "^^ # false # HOMEPORT=n1; Path=/; HttpOnly; SameSite=Lax",
                "^^ # true # HOMEPORT=n1; Path=/; Secure; HttpOnly; SameSite=Lax",
                "secure=true # false # HOMEPORT=n1; Path=/; Secure; HttpOnly; SameSite=Lax",
                "secure=false # true # HOMEPORT=n1; Path=/; HttpOnly; SameSite=Lax",
                "name=ROUTE,path=/app,domain=example.com # false # ROUTE=n1; Path=/app; Domain=example.com; HttpOnly; SameSite=Lax",
                "http-only=false,same-site=unset # false # HOMEPORT=n1; Path=/",
                "same-site=None,secure=true,partitioned=true # false # HOMEPORT=n1; Path=/; Secure; HttpOnly; SameSite=None; Partitioned",
                "same-site=Strict,max-age=2h # true # HOMEPORT=n1; Path=/; Max-Age=7200; Secure; HttpOnly; SameSite=Strict",
                "name=__Host-r,secure=true # false # __Host-r=n1; Path=/; Secure; HttpOnly; SameSite=Lax"
            })
    void attributesAreWrittenAsConfigured(String keys, boolean https, String header) {
        String[] lines = keys.isEmpty()
                ? new String[0]
                : ("affinity.cookie." + keys.replace(",", ",affinity.cookie.")).split(",", -1);

        assertThat(TestNode.valid(lines).cookie().header("n1", https)).isEqualTo(header);
    }
}
