package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildTest {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    private Path folder;

    @Test
    void childThatEndedIsReportedWithItsLastWords() throws IOException {
        List<String> command = List.of(BIN.resolve("java").toString(), "--no-such-option");
        Child child = Child.start("node1", command, folder.resolve("node1.log"));
        child.process().onExit().join();

        assertThatThrownBy(child::mustLive)
                .isInstanceOf(DemoException.class)
                .hasMessageStartingWith("node1 ended with exit code 1. Its last lines:")
                .hasMessageContaining("--no-such-option");
    }

    @Test
    void killedChildIsGone() throws IOException {
        // A shell without anything to do reads its input, which does not come.
        Child child =
                Child.start("node1", List.of(BIN.resolve("jshell").toString(), "-s"), folder.resolve("node1.log"));
        assertThatCode(child::mustLive).doesNotThrowAnyException();

        child.kill();

        assertThat(child.process().isAlive()).isFalse();
    }
}
