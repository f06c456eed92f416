package io.homeport.agent;

import io.homeport.artifacts.Artifacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A published release of a server, as {@code releases.txt} names it. */
record Release(String server, String version) {

    /** All of the list. */
    static Stream<Release> all() {
        try (InputStream in = Objects.requireNonNull(Release.class.getResourceAsStream("/releases.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(words -> new Release(words[0], words[1]))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jetty 12 shares names with its forebears and little else. */
    Container container() {
        return switch (server) {
            case "Tomcat" -> Container.TOMCAT;
            case "Jetty" -> version.startsWith("12.") ? Container.JETTY_12 : Container.JETTY_9;
            case "Undertow" -> Container.UNDERTOW;
            case "HikariCP" -> Container.HIKARI_POOLS;
            case "tomcat-jdbc" -> Container.TOMCAT_POOLS;
            default ->
                throw new IllegalArgumentException(
                        server + " (expected: Tomcat, Jetty, Undertow, HikariCP or tomcat-jdbc)");
        };
    }

    /** Tomcat's are all in one, whose only dependency some releases lack on Maven Central. */
    List<Path> jars() {
        return switch (container()) {
            case TOMCAT -> List.of(Artifacts.alone("org.apache.tomcat.embed:tomcat-embed-core:" + version));
            case JETTY_9 -> Artifacts.withDependencies(List.of("org.eclipse.jetty:jetty-servlet:" + version));
            case JETTY_12 -> Artifacts.withDependencies(List.of("org.eclipse.jetty:jetty-session:" + version));
            case UNDERTOW -> Artifacts.withDependencies(List.of("io.undertow:undertow-servlet:" + version));
            case HIKARI_POOLS -> Artifacts.withDependencies(List.of("com.zaxxer:HikariCP:" + version));
            case TOMCAT_POOLS ->
                Artifacts.withDependencies(List.of(
                        "org.apache.tomcat:tomcat-jdbc:" + version, "org.apache.tomcat:tomcat-juli:" + version));
            default -> throw new IllegalArgumentException(container() + " (expected: one with an adapter of its own)");
        };
    }

    @Override
    public String toString() {
        return server + " " + version;
    }
}
