package io.homeport.sample;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The servers the application runs on. */
enum ServerKind {
    TOMCAT,
    JETTY,
    UNDERTOW;

    RunningServer start(Site site) throws Exception {
        return switch (this) {
            case TOMCAT -> TomcatServer.start(site);
            case JETTY -> JettyServer.start(site);
            case UNDERTOW -> UndertowServer.start(site);
        };
    }

    /** The name as it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the name as it is written on the command line. */
    static final class Converter implements ITypeConverter<ServerKind> {
        @Override
        public ServerKind convert(String value) {
            return Arrays.stream(values())
                    .filter(kind -> kind.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(value + " (expected: tomcat, jetty or undertow)"));
        }
    }
}
