package io.homeport.agent;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.jar.JarFile;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class AgentVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Homeport " + version() + ", Java " + Runtime.version()};
    }

    private static String version() {
        try (JarFile jar = new JarFile(new File(AgentVersion.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()))) {
            return String.valueOf(jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
        } catch (IOException | URISyntaxException e) {
            return "of unknown version";
        }
    }
}
