package io.homeport;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code health.check.NAME.…} into a list of checks, in the order of their names. */
final class CheckReader {
    private static final String PREFIX = "health.check.";
    private static final int MAX_NAME_LENGTH = 32;

    private final Map<String, CheckValues> byName = new TreeMap<>();
    private final List<Problem> problems;

    CheckReader(Values values, List<Problem> problems) {
        this.problems = problems;
        for (Map.Entry<String, String> entry : values.checkValues().entrySet()) {
            String name = nameOf(entry.getKey());
            CheckValues check = byName.computeIfAbsent(name, key -> new CheckValues(PREFIX + key + ".", problems));
            check.put(CheckKey.ofName(entry.getKey().substring(PREFIX.length() + name.length() + 1)), entry.getValue());
        }
    }

    static boolean isCheckKey(String name) {
        return name.startsWith(PREFIX) && CheckKey.ofName(name.substring(name.lastIndexOf('.') + 1)) != null;
    }

    /** The key that an environment variable such as {@code HOMEPORT_HEALTH_CHECK_db_TCP} stands for. */
    static @Nullable String keyOfVariable(String variable) {
        String start = "HOMEPORT_HEALTH_CHECK_";
        for (CheckKey key : CheckKey.values()) {
            String end = "_" + Source.variableOf(key.key()).substring("HOMEPORT_".length());
            if (variable.startsWith(start)
                    && variable.endsWith(end)
                    && variable.length() > start.length() + end.length()) {
                return PREFIX + variable.substring(start.length(), variable.length() - end.length()) + "." + key.key();
            }
        }
        return null;
    }

    private static String nameOf(String key) {
        return key.substring(PREFIX.length(), Math.max(PREFIX.length(), key.lastIndexOf('.')));
    }

    List<CheckSettings> read() {
        List<CheckSettings> checks = new ArrayList<>();
        for (Map.Entry<String, CheckValues> entry : byName.entrySet()) {
            if (!isName(entry.getKey())) {
                problems.add(new Problem(
                        PREFIX + entry.getKey(), "", "a name of 1 to 32 of A-Z a-z 0-9 _ - after health.check."));
                continue;
            }
            CheckValues values = entry.getValue();
            CheckTarget target = target(values);
            if (target != null) {
                checks.add(values.settings(entry.getKey(), target));
            }
        }
        return List.copyOf(checks);
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!NodeSettings.isRouteCharacter(name.charAt(i)) && name.charAt(i) != '-') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= MAX_NAME_LENGTH;
    }

    private @Nullable CheckTarget target(CheckValues values) {
        CheckKey key = values.onlyTarget();
        if (key == null) {
            return null;
        }
        String text = values.text(key);
        CheckTarget target = switch (key) {
            case TCP -> tcp(text);
            case URL -> url(text, values);
            case DATASOURCE -> text.isEmpty() ? null : new CheckTarget.Datasource(text);
            case DISK -> disk(text);
            case DEADLOCK -> text.equals("true") ? new CheckTarget.Deadlock() : null;
            case APPLICATION -> ofApplication(text);
            default -> requestPool(text);
        };
        if (target == null) {
            values.bad(key);
        }
        return target;
    }

    private static @Nullable CheckTarget tcp(String text) {
        BaseUrl url = text.contains("/") || text.contains("@") ? null : BaseUrl.parse("http://" + text);
        URI uri = url == null ? null : URI.create(url.text());
        return uri == null || uri.getPort() <= 0 ? null : new CheckTarget.Tcp(uri.getHost(), uri.getPort());
    }

    private static @Nullable CheckTarget url(String text, CheckValues values) {
        int[] statuses = values.statuses();
        try {
            URI uri = new URI(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            return http && plain
                    ? new CheckTarget.Url(uri, statuses[0], statuses[1], values.text(CheckKey.BODY))
                    : null;
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }

    /** A path, a blank, and a size. */
    private static @Nullable CheckTarget disk(String text) {
        int blank = text.lastIndexOf(' ');
        long bytes = blank <= 0 ? -1 : bytes(text.substring(blank + 1));
        return bytes < 0 ? null : new CheckTarget.Disk(text.substring(0, blank).strip(), bytes);
    }

    private static long bytes(String size) {
        String number = size.length() > 2 ? size.substring(0, size.length() - 2) : "";
        if (!Durations.isInteger(number) || number.length() > 9) {
            return -1;
        }
        long factor = switch (size.substring(size.length() - 2)) {
            case "kB" -> 1_000L;
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            default -> -1;
        };
        return factor < 0 ? -1 : Long.parseLong(number) * factor;
    }

    private static @Nullable CheckTarget ofApplication(String text) {
        boolean wanted = text.equals("true");
        return wanted || text.equals("false") ? new CheckTarget.OfApplication(wanted) : null;
    }

    private static @Nullable CheckTarget requestPool(String text) {
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : "";
        boolean valid = Durations.isInteger(number) && number.length() <= 3;
        int percent = valid ? Integer.parseInt(number) : 0;
        return percent >= 1 && percent <= 100 ? new CheckTarget.RequestPool(percent) : null;
    }
}
