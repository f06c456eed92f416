package io.homeport.sample;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line, as picocli fills it in. */
@Command(
        name = "sample-backend",
        description = "A small stateful web application on an embedded server.",
        sortOptions = false,
        footerHeading = "%nResources, below the context path:%n",
        footer = {
            "  POST   /login user=NAME       start a session",
            "  POST   /logout                end it",
            "  POST   /cart item=NAME        put an item into the session's cart",
            "  GET    /cart                  user, items and their node; 401 without a login",
            "  POST   /datafeed              201 with an id",
            "  GET    /datafeed/ID/read      count its reads; 404 for an unknown id",
            "  DELETE /datafeed/ID           end it",
            "  GET    /events[?count=N]      server-sent events, one every 200 ms",
            "  POST   /upload                length and SHA-256 of the body",
            "  GET    /ping                  pong, without any state",
            "  GET    /                      these, as curl lines to try",
            "Every answer names its node in the header X-Served-By."
        })
interface Options {

    @Option(
            order = 0,
            names = "--port",
            required = true,
            paramLabel = "N",
            description = "TCP port to listen on, 0 for one the system chooses.")
    int port();

    @Option(
            order = 1,
            names = "--server",
            defaultValue = "tomcat",
            converter = ServerKind.Converter.class,
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ServerKind server();

    @Option(
            order = 2,
            names = "--context",
            defaultValue = "",
            paramLabel = "/PATH",
            description = "Context path of the application (default: the root). With one, nothing is at /.")
    String context();

    @Option(
            order = 3,
            names = "--name",
            paramLabel = "NAME",
            description = "What the node calls itself in its answers (default: server and port, such as tomcat8080).")
    @Nullable
    String name();

    @Option(order = 4, names = "--help", usageHelp = true, description = "Show this text.")
    boolean help();
}
