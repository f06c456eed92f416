package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An exploded web application with the contract servlet and the filter's jar in its WEB-INF/lib. */
final class War {
    private War() {}

    /** @param filter what web.xml says of the filter, empty where it only lies there */
    static Path write(Container container, Surface surface, String filter) {
        try {
            Path wars = Files.createDirectories(Path.of("target", "wars").toAbsolutePath());
            Path root = Files.createTempDirectory(wars, "war");
            Path inside = Files.createDirectories(root.resolve("WEB-INF"));
            Path lib = Files.createDirectories(inside.resolve("lib"));
            Files.copy(surface.jar(), lib.resolve(surface.jar().getFileName()));
            copyClasses(container.classes(), inside.resolve("classes"));
            Files.writeString(inside.resolve("web.xml"), webXml(surface, filter));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyClasses(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static String webXml(Surface surface, String filter) {
        String namespace = surface == Surface.JAVAX_FILTER
                ? "xmlns=\"http://xmlns.jcp.org/xml/ns/javaee\" version=\"4.0\""
                : "xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\"";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app %s>
                  %s
                  <servlet>
                    <servlet-name>contract</servlet-name>
                    <servlet-class>io.homeport.contract.bench.ContractServlet</servlet-class>
                    <async-supported>true</async-supported>
                  </servlet>
                  <servlet-mapping>
                    <servlet-name>contract</servlet-name>
                    <url-pattern>/*</url-pattern>
                  </servlet-mapping>
                </web-app>
                """.formatted(namespace, filter);
    }
}
