package io.homeport.runtime;

import io.homeport.Problem;
import io.homeport.Source;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads the file that {@code config} names. */
final class ConfigurationFile {
    private static final String EXPECTED = "a .properties, .yaml or .yml file that can be read";

    private ConfigurationFile() {}

    static Source read(String file, List<Problem> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            String text = Files.readString(Path.of(file));
            if (file.endsWith(".yaml") || file.endsWith(".yml")) {
                values = Yaml.flatten(text);
            } else if (file.endsWith(".properties")) {
                readProperties(text, values);
            } else {
                problems.add(new Problem("config", file, EXPECTED));
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new Problem("config", file, EXPECTED + "; " + reason(e)));
        }
        return new Source(file, values);
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage()).strip().replace("\n", ", ");
        return e.getClass().getSimpleName() + ": " + message;
    }

    private static void readProperties(String text, Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        for (String name : properties.stringPropertyNames()) {
            values.put(name, properties.getProperty(name));
        }
    }
}
