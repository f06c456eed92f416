package io.homeport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * One place that configuration comes from: its name, for error texts, and its values by canonical key. A name that is no
 * known key is kept as it was written, so that {@link Configuration#read} can report it.
 */
public record Source(String name, Map<String, String> values) {

    /**
     * Agent arguments, {@code key=value,key=value}.
     *
     * @param problems gets an entry for each argument without {@code =}
     */
    public static Source agentArguments(String arguments, List<Problem> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        int start = 0;
        while (start < arguments.length()) {
            int comma = arguments.indexOf(',', start);
            int end = comma < 0 ? arguments.length() : comma;
            addArgument(arguments.substring(start, end).strip(), values, problems);
            start = end + 1;
        }
        return new Source("agent arguments", values);
    }

    private static void addArgument(String argument, Map<String, String> values, List<Problem> problems) {
        int equals = argument.indexOf('=');
        if (equals > 0) {
            String key = argument.substring(0, equals).strip();
            String earlier = values.put(key, argument.substring(equals + 1));
            if (earlier != null) {
                problems.add(new Problem("agent arguments", key, "each key once"));
            }
        } else if (!argument.isEmpty()) {
            problems.add(new Problem("agent arguments", argument, "key=value,key=value; lists are separated by ;"));
        }
    }

    /** System properties that start with {@code homeport.}. */
    public static Source systemProperties(Properties properties) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("homeport.")) {
                values.put(name.substring("homeport.".length()), properties.getProperty(name));
            }
        }
        return new Source("system properties", values);
    }

    /** Environment variables {@code HOMEPORT_KEY}; what Kubernetes injects for a service of that name is left alone. */
    public static Source environment(Map<String, String> environment) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            if (name.startsWith("HOMEPORT_")) {
                if (!isServiceLink(name, variable.getValue())) {
                    values.put(keyOf(name), variable.getValue());
                }
            }
        }
        return new Source("environment", values);
    }

    private static String keyOf(String variable) {
        for (Key key : Key.all()) {
            if (variable.equals(variableOf(key.key()))) {
                return key.key();
            }
        }
        String peer = PeerReader.keyOfVariable(variable);
        String check = CheckReader.keyOfVariable(variable);
        return peer != null ? peer : check != null ? check : variable;
    }

    static String variableOf(String key) {
        return "HOMEPORT_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * Kubernetes describes a service {@code homeport} by HOMEPORT_SERVICE_HOST, HOMEPORT_PORT=tcp://10.0.0.1:80 and their
     * like, a service {@code homeport-management} by HOMEPORT_MANAGEMENT_PORT=tcp://….
     */
    private static boolean isServiceLink(String variable, String value) {
        return variable.endsWith("_SERVICE_HOST")
                || variable.contains("_SERVICE_PORT")
                || (variable.endsWith("_PORT") && value.contains("://"))
                || variable.contains("_PORT_");
    }

    @Override
    public String toString() {
        return name;
    }
}
