package io.homeport.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.artifacts.Artifacts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent weaves into containers and calls of them is in the jars that they published. */
final class SignatureTest {
    private static final String WHAT_TO_DO = """
            %s is not what the agent expects.
            A hook that is missing: look up in the release's sources where requests enter or responses are committed now, and
            change the container's hooks (and HookNames for a new class) so that old and new releases are both hooked.
            A reference of an adapter that is missing: call what all releases have, or ask for it reflectively.
            Until then docs/containers.md must not promise this release.""";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("io.homeport.agent.Release#all")
    void everythingWovenAndCalledIsInThePublishedJars(Release release) throws IOException {
        assertThat(new Signatures(release.container(), release.jars()).problems())
                .as(WHAT_TO_DO, release)
                .isEmpty();
    }

    @Test
    void theTransformerWaitsForJustTheClassesThatContainersHaveHooksFor() {
        TreeSet<String> hooked = new TreeSet<>();
        for (Class<?> hooks : List.of(
                TomcatHooks.class, Jetty9Hooks.class, Jetty12Hooks.class, UndertowHooks.class, WebSocketHooks.class)) {
            hooked.addAll(SwitchedNames.of(hooks));
        }
        hooked.addAll(SwitchedNames.of(PoolHooks.class));

        assertThat(SwitchedNames.of(HookNames.class)).containsExactlyInAnyOrderElementsOf(hooked);
        assertThat(hooked)
                .allMatch(type -> Arrays.stream(Container.values())
                        .anyMatch(container -> !container.hookPoints(type).isEmpty()));
    }

    /** The check has to see a change to be worth anything: each row is a release that would break us. */
    @ParameterizedTest
    @CsvSource({
        "org/apache/catalina/connector/CoyoteAdapter, postParseRequest, parse,"
                + " org.apache.catalina.connector.CoyoteAdapter has no postParseRequest(",
        "org/apache/coyote/AbstractProcessor, response, reply,"
                + " 'woven into org.apache.coyote.ajp.AjpProcessor, org.apache.coyote.AbstractProcessor response:'",
        "org/apache/coyote/Response, addHeader, append,"
                + " io.homeport.agent.TomcatAdapter refers to org.apache.coyote.Response addHeader(",
        "org/apache/catalina/util/ServerInfo, getServerInfo, info,"
                + " io.homeport.agent.TomcatAdapter refers to org.apache.catalina.util.ServerInfo getServerInfo()",
    })
    void aReleaseWithAMemberOfAnotherNameIsFoundOut(String type, String before, String after, String problem)
            throws IOException {
        List<Path> jars =
                new ArrayList<>(List.of(Artifacts.alone("org.apache.tomcat.embed:tomcat-embed-core:11.0.25")));
        jars.add(0, jarWithRenamed(type, before, after, jars));

        assertThat(new Signatures(Container.TOMCAT, jars).problems()).anyMatch(found -> found.startsWith(problem));
    }

    @Test
    void aReleaseOfAnotherServerIsFoundOut() throws IOException {
        List<Path> jetty = Artifacts.withDependencies(List.of("org.eclipse.jetty:jetty-session:12.0.0"));

        assertThat(new Signatures(Container.JETTY_9, jetty).problems())
                .anyMatch(found -> found.contains("org.eclipse.jetty.server.Server has no handle("))
                .anyMatch(found -> found.endsWith("SessionHandler: there is no such class"));
        assertThat(new Signatures(Container.UNDERTOW, jetty).problems())
                .contains("there is no class io.undertow.Undertow");
    }

    private Path jarWithRenamed(String type, String before, String after, List<Path> originals) throws IOException {
        Path jar = folder.resolve("renamed.jar");
        try (ClassPath classes = new ClassPath(originals);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(Objects.requireNonNull(classes.inJars(type)))
                    .accept(new ClassRemapper(writer, new Renaming(type, before, after)), 0);
            entries.putNextEntry(new ZipEntry(type + ".class"));
            entries.write(writer.toByteArray());
        }
        return jar;
    }

    private static final class Renaming extends Remapper {
        private final String type;
        private final String before;
        private final String after;

        Renaming(String type, String before, String after) {
            super(net.bytebuddy.jar.asm.Opcodes.ASM9);
            this.type = type;
            this.before = before;
            this.after = after;
        }

        @Override
        public String mapMethodName(String owner, String name, String descriptor) {
            return renamed(owner, name);
        }

        @Override
        public String mapFieldName(String owner, String name, String descriptor) {
            return renamed(owner, name);
        }

        private String renamed(String owner, String name) {
            return owner.equals(type) && name.equals(before) ? after : name;
        }
    }
}
