package io.homeport.agent;

import java.io.IOException;
import java.util.jar.JarFile;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class AgentVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Homeport " + version() + ", Java " + Runtime.version()};
    }

    private static String version() {
        try (JarFile jar = new JarFile(AgentJar.path())) {
            return String.valueOf(jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
        } catch (IOException e) {
            return "of unknown version";
        }
    }
}
