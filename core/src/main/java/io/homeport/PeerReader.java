package io.homeport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code peers} and {@code peer.ID.…} into one list. The entry for this node itself is kept apart. */
final class PeerReader {
    private static final String PREFIX = "peer.";
    private static final String EXTERNAL = ".external-url";
    private static final String URL = ".url";
    private static final String EXPECTED = "id=http(s)://host[:port]; an id is 1 to 32 of A-Z a-z 0-9 _";

    private final Values values;
    private final List<Problem> problems;
    // In the order of the configuration, so that all nodes that share a file choose alike.
    private final Map<String, List<BaseUrl>> urls = new LinkedHashMap<>();
    private final Map<String, BaseUrl> externalUrls = new LinkedHashMap<>();

    PeerReader(Values values, List<Problem> problems) {
        this.values = values;
        this.problems = problems;
    }

    static boolean isPeerKey(String name) {
        return name.startsWith(PREFIX) && !idOf(name).isEmpty();
    }

    /** The key that an environment variable such as {@code HOMEPORT_PEER_node2_URL} stands for; the id keeps its case. */
    static @Nullable String keyOfVariable(String variable) {
        String start = "HOMEPORT_PEER_";
        if (!variable.startsWith(start)) {
            return null;
        }
        for (String suffix : List.of(EXTERNAL, URL)) {
            String end =
                    suffix.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
            if (variable.endsWith(end) && variable.length() > start.length() + end.length()) {
                return PREFIX + variable.substring(start.length(), variable.length() - end.length()) + suffix;
            }
        }
        return null;
    }

    private static String idOf(String name) {
        String suffix = name.endsWith(EXTERNAL) ? EXTERNAL : URL;
        return name.endsWith(suffix) && name.length() > PREFIX.length() + suffix.length()
                ? name.substring(PREFIX.length(), name.length() - suffix.length())
                : "";
    }

    List<PeerSettings.Entry> read(String ownId) {
        String peers = values.get(Key.PEERS);
        for (String entry : Values.list(peers == null ? "" : peers)) {
            readShort(entry);
        }
        for (Map.Entry<String, String> entry : values.peerValues().entrySet()) {
            readLong(entry.getKey(), entry.getValue());
        }
        return entries(ownId);
    }

    /** This node's entry without this instance, null where nothing is left; after {@link #read}. */
    PeerSettings.@Nullable Entry own(NodeSettings node) {
        List<BaseUrl> others = new ArrayList<>(urls.getOrDefault(node.id(), List.of()));
        others.remove(node.url());
        return others.isEmpty() ? null : new PeerSettings.Entry(node.id(), List.copyOf(others), null);
    }

    private void readShort(String entry) {
        int equals = entry.indexOf('=');
        String id = equals < 0 ? entry : entry.substring(0, equals);
        BaseUrl url = equals < 0 ? null : BaseUrl.parse(entry.substring(equals + 1));
        if (url == null || !NodeSettings.isRoute(id)) {
            problems.add(new Problem(Key.PEERS.key(), entry, EXPECTED));
        } else if (urls.containsKey(id)) {
            problems.add(
                    new Problem(Key.PEERS.key(), entry, "each id once; several instances go into peer." + id + ".url"));
        } else {
            urls.put(id, List.of(url));
        }
    }

    private void readLong(String name, String value) {
        String id = idOf(name);
        if (!NodeSettings.isRoute(id)) {
            problems.add(new Problem(name, value, "peer.ID" + URL + " with an ID of " + Key.NODE_ID.expected()));
            return;
        }
        List<BaseUrl> parsed = baseUrls(name, value);
        if (name.endsWith(EXTERNAL)) {
            readExternal(name, value, parsed);
        } else if (!parsed.isEmpty() && urls.put(id, parsed) != null) {
            problems.add(new Problem(name, value, "node " + id + " in peers or here, not in both"));
        }
    }

    private void readExternal(String name, String value, List<BaseUrl> parsed) {
        if (parsed.size() > 1) {
            problems.add(new Problem(name, value, "one URL"));
        } else if (!parsed.isEmpty()) {
            externalUrls.put(idOf(name), parsed.get(0));
        }
    }

    private List<BaseUrl> baseUrls(String name, String value) {
        List<BaseUrl> parsed = new ArrayList<>();
        List<String> texts = Values.list(value);
        for (String text : texts) {
            BaseUrl url = BaseUrl.parse(text);
            if (url == null) {
                problems.add(new Problem(name, text, Key.NODE_URL.expected()));
            } else {
                parsed.add(url);
            }
        }
        if (texts.isEmpty()) {
            problems.add(new Problem(name, value, Key.NODE_URL.expected()));
        }
        return parsed;
    }

    private List<PeerSettings.Entry> entries(String ownId) {
        List<PeerSettings.Entry> entries = new ArrayList<>();
        for (String id : externalUrls.keySet()) {
            if (!urls.containsKey(id) && !id.equals(ownId)) {
                problems.add(new Problem(
                        PREFIX + id + EXTERNAL,
                        String.valueOf(externalUrls.get(id)),
                        "peer." + id + ".url beside it, to probe"));
            }
        }
        for (Map.Entry<String, List<BaseUrl>> entry : urls.entrySet()) {
            if (!entry.getKey().equals(ownId)) {
                entries.add(new PeerSettings.Entry(
                        entry.getKey(), List.copyOf(entry.getValue()), externalUrls.get(entry.getKey())));
            }
        }
        return List.copyOf(entries);
    }
}
