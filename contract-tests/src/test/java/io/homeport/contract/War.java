package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An exploded web application with the contract servlet. */
final class War {
    private static final String ENDS_WITH_THE_TEST = """
            <listener>
              <listener-class>io.homeport.contract.bench.EndsWithTheTest</listener-class>
            </listener>
            """;

    private War() {}

    /**
     * The filter's jar in its WEB-INF/lib.
     *
     * @param filter what web.xml says of the filter, empty where it only lies there
     */
    static Path write(Container container, Surface surface, String filter) {
        try {
            Path root = written(container.line(), filter);
            Path lib = Files.createDirectories(root.resolve("WEB-INF").resolve("lib"));
            Files.copy(surface.jar(), lib.resolve(surface.jar().getFileName()));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a server that is not ours: nothing of Homeport's, and the server's JVM ends with this one. */
    static Path write(Line line) {
        try {
            return written(line, ENDS_WITH_THE_TEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * For one of our mains: nothing of Homeport's.
     *
     * @param more what web.xml says besides
     */
    static Path write(Container container, String more) {
        try {
            return written(container.line(), more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(Line line, String more) throws IOException {
        Path wars = Files.createDirectories(Path.of("target", "wars").toAbsolutePath());
        Path root = Files.createTempDirectory(wars, "war");
        Path inside = Files.createDirectories(root.resolve("WEB-INF"));
        Tree.copy(BenchClasses.of(line), inside.resolve("classes"), War::isOfTheApplication);
        Files.writeString(inside.resolve("web.xml"), webXml(line, more));
        return root;
    }

    /** The mains stay behind, for no server has all that they need. */
    private static boolean isOfTheApplication(Path file) {
        return !file.getFileName().toString().contains("Bench");
    }

    private static String webXml(Line line, String more) {
        String namespace = line.isJavax()
                ? "xmlns=\"http://xmlns.jcp.org/xml/ns/javaee\" version=\"4.0\""
                : "xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\"";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app %s>
                  %s
                  <servlet>
                    <servlet-name>contract</servlet-name>
                    <servlet-class>io.homeport.contract.bench.ContractServlet</servlet-class>
                    <load-on-startup>1</load-on-startup>
                    <async-supported>true</async-supported>
                  </servlet>
                  <servlet-mapping>
                    <servlet-name>contract</servlet-name>
                    <url-pattern>/*</url-pattern>
                  </servlet-mapping>
                  <error-page>
                    <error-code>410</error-code>
                    <location>/error-page</location>
                  </error-page>
                </web-app>
                """.formatted(namespace, more);
    }
}
