package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1/32, 192.0.2.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "0.0.0.0/1, 128.0.0.0, false",
        "::/0, ::1, true",
        "::/0, 1.2.3.4, true",
        "10.0.0.0/8, ::ffff:10.1.1.1, true",
        "10.0.0.0/8, ::ffff:0a01:0101, true",
        "::ffff:10.0.0.0/104, 10.1.1.1, true",
        "10.0.0.0/8, ::10.1.1.1, false",
        "fe80::/10, fe80::1%eth0, true",
        "fe80::/10, [fe80::1%25eth0], true",
        "fe80::/10, fec0::1, false",
        "fc00::/7, fdff:1:2:3:4:5:6:7, true",
        "fc00::/7, FDFF::, true",
        "2001:db8::1/64, 2001:db8::ffff, true",
        "2001:db8::1/64, 2001:db8:0:1::1, false",
        "2001:db8::1/65, 2001:db8:0:0:8000::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "::1/128, ::2, false",
        "1:2:3::5:6:7:8, 1:2:3:0:5:6:7:8, true",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304, true",
        "127.0.0.0/8, localhost, false",
        "127.0.0.0/8, '', false",
        "::/0, unix:, false"
    })
    void aNetworkContainsItsAddresses(String network, String address, boolean contained) {
        Network parsed = Objects.requireNonNull(Network.parse(network));

        assertThat(parsed.contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10",
                "10.0.0",
                "10.0.0.0.0",
                "10.0.0.256",
                "10.0.0.-1",
                "10.0.0.",
                ".0.0.0",
                "10..0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/x",
                "10.0.0.0/999999999999",
                "010.0.0.1",
                "0x0a.0.0.1",
                "١٠.0.0.1",
                "10.0.0.0 ",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1:2:3:4::5:6:7:8",
                "::1:2:3:4:5:6:7:8",
                "::/129",
                "12345::",
                "g::",
                "1.2.3.4::",
                "1.2.3.4::1",
                "::1.2.3.4:5",
                "::1.2.3",
                "[::1",
                "::1]",
                "1:",
                ":1",
                "%eth0",
                "localhost",
                "example.com"
            })
    void whatIsNoAddressIsNoNetwork(String text) {
        assertThat(Network.parse(text)).isNull();
    }

    @Test
    void aVeryLongTextIsNoAddress() {
        assertThat(Network.parse(":".repeat(100_000))).isNull();
        assertThat(Network.parse("1".repeat(100_000))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "LOCALHOST, true",
        "127.0.0.1, true",
        "127.255.1.2, true",
        "::1, true",
        "[::1], true",
        "::ffff:127.0.0.1, true",
        "0.0.0.0, false",
        "::, false",
        "128.0.0.1, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example, false",
        "'', false"
    })
    void loopbackIsKnownWithoutALookUp(String host, boolean loopback) {
        assertThat(Network.isLoopback(host)).isEqualTo(loopback);
    }
}
