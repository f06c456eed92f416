package io.homeport.agent;

import java.nio.file.Path;

/** What stands behind the PID, made fit for a JVM that may run in another folder. */
final class AttachArguments {
    /** What the JDK's attach protocol carries in one argument, up to JDK 23. */
    private static final int MOST = 1024;

    private static final String CONFIG = "config";

    private AttachArguments() {}

    /** The same arguments with the path of the configuration file as seen from the folder of the command. */
    static String absolute(String arguments, Path folder) {
        String[] all = arguments.split(",", -1);
        for (int i = 0; i < all.length; i++) {
            int equals = all[i].indexOf('=');
            if (equals > 0 && all[i].substring(0, equals).strip().equals(CONFIG)) {
                String file = all[i].substring(equals + 1).strip();
                all[i] = CONFIG + "="
                        + (file.isEmpty() ? file : folder.resolve(file).normalize());
            }
        }
        return String.join(",", all);
    }

    /** Whether the JVM can be told as much. */
    static boolean fit(String jar, String arguments) {
        return jar.length() + 1 + arguments.length() <= MOST;
    }
}
