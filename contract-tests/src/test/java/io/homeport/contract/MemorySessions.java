package io.homeport.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sessions in the simplest form: how often each has been visited. */
final class MemorySessions {
    private final Map<String, Integer> visits = new HashMap<>();
    private int made;

    /** The first id that a cookie names and that is a session's, empty for none. */
    String named(List<String> cookieFields) {
        for (String field : cookieFields) {
            for (String pair : field.split(";", -1)) {
                String id =
                        pair.strip().startsWith("JSESSIONID=") ? pair.strip().substring(11) : "";
                if (visits.containsKey(id)) {
                    return id;
                }
            }
        }
        return "";
    }

    String create() {
        made++;
        visits.put("S" + made, 0);
        return "S" + made;
    }

    /** The same session under another id. */
    String rename(String id) {
        String other = create();
        visits.put(other, visits.getOrDefault(id, 0));
        visits.remove(id);
        return other;
    }

    int visit(String id) {
        return visits.merge(id, 1, Integer::sum);
    }

    void end(String id) {
        visits.remove(id);
    }
}
