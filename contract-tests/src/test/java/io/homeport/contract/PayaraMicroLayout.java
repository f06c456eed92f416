package io.homeport.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro, which is one jar. */
final class PayaraMicroLayout implements ServerLayout {
    @Override
    public Launch prepare(Path home, Site site) {
        List<String> command = new ArrayList<>(List.of(site.jdk().java()));
        command.addAll(site.options());
        command.addAll(List.of("-jar", home.toString(), "--nocluster", "--port", String.valueOf(site.port())));
        command.addAll(List.of("--rootdir", site.base().toString(), "--contextroot", "/app"));
        command.addAll(List.of("--deploy", site.application().toString()));
        return new Launch(command, Map.of(), "ready in");
    }
}
