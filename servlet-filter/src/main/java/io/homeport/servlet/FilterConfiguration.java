package io.homeport.servlet;

import io.homeport.Configuration;
import io.homeport.Problem;
import io.homeport.Source;
import io.homeport.runtime.ConfigurationSources;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the configuration of a filter: system properties, environment, init-params, the file of {@code config}. */
final class FilterConfiguration {
    private FilterConfiguration() {}

    /** The configuration, or null where problems were found and {@code strict} is false. */
    static @Nullable Configuration read(ServletContext context, Map<String, String> parameters)
            throws ServletException {
        List<Source> sources = new ArrayList<>(ConfigurationSources.ofJvm());
        sources.add(new Source("filter init-params", parameters));
        Configuration.Outcome outcome = ConfigurationSources.readForFilter(sources);
        List<String> lines = new ArrayList<>();
        for (Problem problem : outcome.problems()) {
            lines.add(problem.toString());
            context.log("Homeport: " + problem);
        }
        if (lines.isEmpty()) {
            return outcome.configuration();
        }
        if (outcome.strict()) {
            throw new ServletException("Homeport is not configured right: " + String.join("; ", lines));
        }
        context.log("Homeport: stays inert because of these problems (strict=false)");
        return null;
    }

    static Map<String, String> parameters(FilterConfig config) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : Collections.list(config.getInitParameterNames())) {
            values.put(name, String.valueOf(config.getInitParameter(name)));
        }
        return values;
    }
}
