package io.homeport.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Nested YAML as flat keys; a class of its own so that the parser is loaded only where a YAML file is used. */
final class Yaml {
    private Yaml() {}

    /** Keys joined by dots, lists joined by semicolons, every scalar as it is written (so that {@code off} stays off). */
    static Map<String, String> flatten(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setAllowDuplicateKeys(false)
                .build();
        try {
            Map<String, String> values = new LinkedHashMap<>();
            Object document = new Load(settings).loadFromString(text);
            if (document != null) {
                flatten("", document, values);
            }
            return values;
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void flatten(String key, @Nullable Object node, Map<String, String> values) {
        if (node instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                flatten(
                        key.isEmpty() ? String.valueOf(entry.getKey()) : key + "." + entry.getKey(),
                        entry.getValue(),
                        values);
            }
        } else if (node instanceof List<?> list) {
            values.put(key, joined(list));
        } else if (key.isEmpty()) {
            throw new IllegalArgumentException("a mapping of keys, not a single value");
        } else {
            values.put(key, node == null ? "" : node.toString());
        }
    }

    private static String joined(List<?> list) {
        StringBuilder joined = new StringBuilder();
        for (Object entry : list) {
            joined.append(joined.length() == 0 ? "" : ";").append(entry);
        }
        return joined.toString();
    }
}
