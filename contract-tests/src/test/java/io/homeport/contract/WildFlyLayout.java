package io.homeport.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** WildFly standalone, with a server folder of its own and without its page of welcome. */
final class WildFlyLayout implements ServerLayout {
    private static final Pattern WELCOME = Pattern.compile("<(location|file) name=\"(/|welcome-content)\"[^>]*/>");

    @Override
    public Launch prepare(Path home, Site site) throws IOException {
        Tree.copy(home.resolve("standalone"), site.base());
        Path configuration = site.base().resolve("configuration").resolve("standalone.xml");
        Files.writeString(
                configuration, WELCOME.matcher(Files.readString(configuration)).replaceAll(""));
        Path deployments = site.base().resolve("deployments");
        Tree.copy(site.application(), deployments.resolve("app.war"));
        Files.createFile(deployments.resolve("app.war.dodeploy"));
        return new Launch(
                List.of(
                        "sh",
                        home.resolve("bin").resolve("standalone.sh").toString(),
                        "-Djboss.server.base.dir=" + site.base(),
                        "-Djboss.http.port=" + site.port(),
                        "-Djboss.https.port=" + FreePort.find(),
                        "-Djboss.management.http.port=" + FreePort.find()),
                Map.of("JBOSS_HOME", home.toString(), "JAVA_OPTS", site.joinedOptions()),
                "WFLYSRV0025");
    }
}
