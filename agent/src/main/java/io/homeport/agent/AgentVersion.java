package io.homeport.agent;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class AgentVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Homeport " + version() + ", Java " + Runtime.version()};
    }

    private static String version() {
        String path = AgentVersion.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        try (java.util.jar.JarFile jar = new java.util.jar.JarFile(path)) {
            return String.valueOf(jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
        } catch (java.io.IOException e) {
            return "of unknown version";
        }
    }
}
