package io.homeport.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This machine's name, found without a look-up: one would fix the JVM's DNS cache policy before it is set. */
final class HostName {
    private HostName() {}

    static String get() {
        try {
            String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            return name.isEmpty() ? fromEnvironment() : name;
        } catch (IOException e) {
            return fromEnvironment();
        }
    }

    /** Empty where nothing names the machine; node.id must then be set. */
    private static String fromEnvironment() {
        String unix = System.getenv("HOSTNAME");
        String windows = System.getenv("COMPUTERNAME");
        return unix != null ? unix : windows != null ? windows : "";
    }
}
