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
import org.jspecify.annotations.Nullable;

/** Reads the file that {@code config} names. */
final class ConfigurationFile {
    private static final String EXPECTED = "a .properties, .yaml or .yml file that can be read";

    private ConfigurationFile() {}

    static Source read(String file, List<Problem> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            // By its name first: what is no configuration file may have no end.
            if (file.endsWith(".yaml") || file.endsWith(".yml")) {
                values = Yaml.flatten(Files.readString(Path.of(file)));
            } else if (file.endsWith(".properties")) {
                readProperties(Files.readString(Path.of(file)), values);
            } else {
                problems.add(new Problem("config", file, EXPECTED));
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new Problem("config", file, EXPECTED + "; " + reason(e)));
        }
        return new Source(file, values);
    }

    /** Properties that refuse a key that stands twice; the loader of the JDK lets the last one win. */
    private static final class UniqueProperties extends Properties {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            Object earlier = super.put(key, value);
            if (earlier != null) {
                throw new IllegalArgumentException(key + " stands there twice");
            }
            return null;
        }
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage()).strip().replace("\n", ", ");
        return e.getClass().getSimpleName() + ": " + message;
    }

    private static void readProperties(String text, Map<String, String> values) throws IOException {
        Properties properties = new UniqueProperties();
        properties.load(new StringReader(text));
        for (String name : properties.stringPropertyNames()) {
            values.put(name, properties.getProperty(name));
        }
    }
}
