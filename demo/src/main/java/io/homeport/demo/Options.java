package io.homeport.demo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line, as picocli fills it in. */
@Command(
        name = "./homeport demo",
        description = {
            "Shows Homeport's main job on real processes: three nodes with the agent behind a balancer, 300 clients with"
                    + " cookie jars; one node is put on hold, another is killed and started again, and clients ask wrong nodes.",
            "Exit code 1 when an expectation fails."
        },
        sortOptions = false)
interface Options {

    @Option(
            order = 0,
            names = "--keep",
            description = "Leave all running at the end, and print what to try with curl, until Ctrl-C.")
    boolean keep();

    @Option(order = 1, names = "--help", usageHelp = true, description = "Show this text.")
    boolean help();
}
