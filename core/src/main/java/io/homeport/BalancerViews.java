package io.homeport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What HAProxy makes of this node, as its probes say where {@code http-check send-state} is set: the last view of each
 * balancer process and server name, of eight at most. Thread-safe.
 */
final class BalancerViews {
    static final String HEADER = "X-Haproxy-Server-State";

    private static final int MOST = 8;

    /** More than any balancer writes. */
    private static final int MAX_LENGTH = 512;

    private static final int MAX_VALUE_LENGTH = 64;

    /**
     * One view, as it was written: {@code UP 2/3; name=bck/srv2; node=lb1; weight=1/2; scur=13/22; …}.
     *
     * @param balancer the name of the balancer's process
     * @param server the node as that balancer calls it
     * @param state such as {@code UP}, {@code NOLB} or {@code DOWN 1/2}
     * @param weight this server's and that of all that are up
     * @param sessions the connections to this server and to all
     */
    record View(String balancer, String server, String state, String weight, String sessions) {

        /** In words, for the report. */
        @Override
        public String toString() {
            return state + " as " + server + ", weight " + weight + ", connections " + sessions;
        }
    }

    // Guarded by this; the one heard of last comes last.
    private final Map<List<String>, View> views = new LinkedHashMap<>();

    /** Notes one header; nothing in it is believed to be anything but text. */
    void saw(String header) {
        String[] parts = clean(header, MAX_LENGTH).split(";", 32);
        View view = new View(
                value(parts, "node"),
                value(parts, "name"),
                clean(parts[0].strip(), MAX_VALUE_LENGTH),
                value(parts, "weight"),
                value(parts, "scur"));
        List<String> key = List.of(view.balancer(), view.server());
        synchronized (this) {
            views.remove(key);
            views.put(key, view);
            if (views.size() > MOST) {
                views.remove(views.keySet().iterator().next());
            }
        }
    }

    private static String value(String[] parts, String name) {
        for (String part : parts) {
            String plain = part.strip();
            if (plain.startsWith(name) && plain.startsWith("=", name.length())) {
                return clean(plain.substring(name.length() + 1), MAX_VALUE_LENGTH);
            }
        }
        return "";
    }

    private static String clean(String text, int longest) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), longest); i++) {
            char c = text.charAt(i);
            clean.append(c < ' ' || c >= 127 ? '?' : c);
        }
        return clean.toString();
    }

    /** All of them, the one heard of last at the end. */
    synchronized List<View> all() {
        return new ArrayList<>(views.values());
    }

    /** The same as JSON. */
    String json() {
        List<String> described = new ArrayList<>();
        for (View view : all()) {
            described.add(new JsonText()
                    .field("balancer", view.balancer())
                    .field("server", view.server())
                    .field("state", view.state())
                    .field("weight", view.weight())
                    .field("scur", view.sessions())
                    .object());
        }
        return "[" + String.join(",", described) + "]";
    }
}
