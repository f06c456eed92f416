package io.homeport.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Jetty with a base folder that its own start.jar makes.
 *
 * @param add the option by which start.jar adds modules
 */
record JettyLayout(String add, String modules) implements ServerLayout {

    @Override
    public Launch prepare(Path home, Site site) throws IOException {
        List<String> make = start(home, site, List.of(), add + "=" + modules);
        try (ChildProcess making = new ChildProcess(make, site.base(), Map.of())) {
            if (making.exitCode() != 0) {
                throw new IllegalStateException("no base folder with " + modules + ":\n" + making.log());
            }
        }
        Tree.copy(site.application(), site.base().resolve("webapps").resolve("app"));
        List<String> command =
                start(home, site, site.options(), "jetty.http.host=127.0.0.1", "jetty.http.port=" + site.port());
        return new Launch(command, Map.of(), "oejs.Server:main: Started ");
    }

    private static List<String> start(Path home, Site site, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(site.jdk().java()));
        command.addAll(options);
        command.addAll(List.of("-jar", home.resolve("start.jar").toString()));
        command.add("jetty.home=" + home);
        command.add("jetty.base=" + site.base());
        command.addAll(List.of(arguments));
        return command;
    }
}
