package io.homeport.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Nested YAML as flat keys; a class of its own so that the parser is loaded only where a YAML file is used. */
final class Yaml {
    private Yaml() {}

    /** Keys joined by dots, lists joined by semicolons, every scalar as it is written (so that {@code off} stays off). */
    static Map<String, String> flatten(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setAllowDuplicateKeys(false)
                // An alias of a mapping or a list can be endless, or grow without bounds.
                .setMaxAliasesForCollections(0)
                // A key with nothing behind it; the schema resolves that but does not construct it.
                .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
                .build();
        try {
            Map<String, String> values = new LinkedHashMap<>();
            // One by one, because asking for the only document fails where there is none.
            for (Object document : new Load(settings).loadAllFromString(text)) {
                if (!values.isEmpty()) {
                    throw new IllegalArgumentException("one document, not several");
                }
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
        } else if (key.isEmpty()) {
            throw new IllegalArgumentException("a mapping of keys, not a single value or list");
        } else {
            String value = node instanceof List<?> list ? joined(key, list) : node == null ? "" : node.toString();
            if (values.put(key, value) != null) {
                throw new IllegalArgumentException(key + " stands there twice, nested and with dots");
            }
        }
    }

    private static String joined(String key, List<?> list) {
        StringBuilder joined = new StringBuilder();
        for (Object entry : list) {
            if (!(entry instanceof String)) {
                throw new IllegalArgumentException(key + " is a list of something else than plain values");
            }
            joined.append(joined.length() == 0 ? "" : ";").append(entry);
        }
        return joined.toString();
    }
}
