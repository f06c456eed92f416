package io.homeport;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the {@code health} keys. */
final class HealthReader {
    private final ConfigurationReader reader;
    private final Values values;
    private final List<Problem> problems;

    HealthReader(ConfigurationReader reader, Values values, List<Problem> problems) {
        this.reader = reader;
        this.values = values;
        this.problems = problems;
    }

    HealthSettings read() {
        return new HealthSettings(
                paths(), format(), statuses(), new CheckReader(values, problems).read(), agentCheckPort());
    }

    private List<String> paths() {
        List<String> paths = Values.list(reader.text(Key.HEALTH_PATHS));
        boolean askable = false;
        for (String path : paths) {
            boolean everything = path.equals(HealthSettings.EVERYTHING);
            askable |= !everything;
            if (!everything && !PathPatterns.isPlainPath(path)) {
                problems.add(Key.HEALTH_PATHS.problem(path));
            }
        }
        if (!askable) {
            problems.add(Key.HEALTH_PATHS.problem(String.join(" ", paths)));
        }
        return paths;
    }

    private HealthFormat format() {
        HealthFormat[] formats = HealthFormat.values();
        String[] names = new String[formats.length];
        for (int i = 0; i < formats.length; i++) {
            names[i] = formats[i].key();
        }
        return formats[reader.choice(Key.HEALTH_FORMAT, names)];
    }

    private Map<NodeState, Integer> statuses() {
        Map<NodeState, Integer> statuses = new EnumMap<>(NodeState.class);
        for (NodeState state : NodeState.values()) {
            statuses.put(state, reader.integer(Key.ofStatus(state), 200, 599));
        }
        return statuses;
    }

    private int agentCheckPort() {
        return reader.text(Key.AGENT_CHECK_PORT).equals("off")
                ? ManagementSettings.OFF
                : reader.integer(Key.AGENT_CHECK_PORT, 0, 65535);
    }
}
