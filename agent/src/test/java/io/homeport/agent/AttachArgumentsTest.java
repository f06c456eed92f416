package io.homeport.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttachArgumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config=a.properties | config=/here/a.properties",
                "node.id=n1, config = ../b.yaml ,x=y | node.id=n1,config=/b.yaml,x=y",
                "config=/etc/c.yaml | config=/etc/c.yaml",
                "config= | config=",
                "node.id=config | node.id=config",
                "config,configs=a | config,configs=a"
            })
    void aRelativeConfigurationFileIsSeenFromTheFolderOfTheCommand(String given, String expected) {
        assertThat(AttachArguments.absolute(given, Path.of("/here"))).isEqualTo(expected);
    }

    @Test
    void noArgumentsStayNone() {
        assertThat(AttachArguments.absolute("", Path.of("/here"))).isEmpty();
    }

    @Test
    void whatTheAttachProtocolCannotCarryDoesNotFit() {
        assertThat(AttachArguments.fit("a.jar", "x".repeat(1018))).isTrue();
        assertThat(AttachArguments.fit("a.jar", "x".repeat(1019))).isFalse();
    }
}
