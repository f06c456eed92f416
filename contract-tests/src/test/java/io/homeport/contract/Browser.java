package io.homeport.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client with a cookie jar. */
final class Browser {
    private final RawClient client;
    private final Map<String, String> jar = new LinkedHashMap<>();

    Browser(RawClient client) {
        this.client = client;
    }

    Reply get(String target) {
        Ask ask = Ask.get(target);
        String cookies = jar.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        Reply reply = client.send(cookies.isEmpty() ? ask : ask.cookie(cookies));
        for (String field : reply.all("Set-Cookie")) {
            String[] pair = field.split(";", 2)[0].split("=", 2);
            jar.put(pair[0], pair[1]);
        }
        return reply;
    }

    /** Visits its session, making one where there is none, and gives back how often it has been visited. */
    int visit() {
        Reply reply = get("/app/session/create");
        if (!reply.body().startsWith("visit ")) {
            throw new AssertionError(reply.toString());
        }
        return Integer.parseInt(reply.body().substring("visit ".length()));
    }

    /** The node that the affinity cookie names. */
    String node() {
        return cookie("HOMEPORT");
    }

    String cookie(String name) {
        return jar.getOrDefault(name, "");
    }
}
