package io.homeport.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tomcat with a {@code CATALINA_BASE} of its own, without the applications that it comes with.
 *
 * @param configuration where its configuration lies, below its home
 * @param script what starts it
 */
record TomcatLayout(String configuration, Path script) implements ServerLayout {
    /** As published. */
    TomcatLayout() {
        this("conf", Path.of("bin", "catalina.sh"));
    }

    @Override
    public Launch prepare(Path home, Site site) throws IOException {
        Path conf = site.base().resolve("conf");
        Tree.copy(home.resolve(configuration), conf);
        Path server = conf.resolve("server.xml");
        Files.writeString(
                server,
                Files.readString(server)
                        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
                        .replace(
                                "<Connector port=\"8080\"",
                                "<Connector address=\"127.0.0.1\" port=\"" + site.port() + "\""));
        Files.createDirectories(site.base().resolve("logs"));
        Files.createDirectories(site.base().resolve("temp"));
        Tree.copy(site.application(), site.base().resolve("webapps").resolve("app"));
        return new Launch(
                List.of("sh", home.resolve(script).toString(), "run"),
                Map.of(
                        "CATALINA_HOME", home.toString(),
                        "CATALINA_BASE", site.base().toString(),
                        "CATALINA_TMPDIR", site.base().resolve("temp").toString(),
                        "CATALINA_OPTS", site.joinedOptions()),
                "Server startup in");
    }
}
