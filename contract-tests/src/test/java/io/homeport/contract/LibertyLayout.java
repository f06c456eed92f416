package io.homeport.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Open Liberty with one feature, Servlet 6.0. */
final class LibertyLayout implements ServerLayout {
    @Override
    public Launch prepare(Path home, Site site) throws IOException {
        Path server = Files.createDirectories(site.base().resolve("servers").resolve("defaultServer"));
        Files.writeString(server.resolve("server.xml"), """
                <server>
                  <featureManager><feature>servlet-6.0</feature></featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                  <httpDispatcher enableWelcomePage="false"/>
                  <webApplication contextRoot="/app" location="%s"/>
                </server>
                """.formatted(site.port(), site.application()));
        Files.write(server.resolve("jvm.options"), site.options());
        return new Launch(
                List.of("sh", home.resolve("bin").resolve("server").toString(), "run", "defaultServer"),
                Map.of("WLP_USER_DIR", site.base().toString()),
                "CWWKF0011I");
    }
}
