package io.homeport.contract;

import io.homeport.Hops;
import io.homeport.RequestView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request as the core sees it. */
final class MemoryRequest implements RequestView {
    private final Ask ask;
    private final MemorySessions sessions;
    private final String path;
    private final @Nullable String query;
    private final List<String> cookies;

    MemoryRequest(Ask ask, MemorySessions sessions) {
        this.ask = ask;
        this.sessions = sessions;
        int mark = ask.target().indexOf('?');
        this.path = mark < 0 ? ask.target() : ask.target().substring(0, mark);
        this.query = mark < 0 ? null : ask.target().substring(mark + 1);
        this.cookies = ask.headers().stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("cookie:"))
                .map(header -> header.substring("cookie:".length()).strip())
                .toList();
    }

    Ask ask() {
        return ask;
    }

    /** The path within the application, parameters aside. */
    String applicationPath() {
        return path.substring("/app".length()).split(";", 2)[0];
    }

    /** The query as the application sees it. */
    @Nullable
    String applicationQuery() {
        return Hops.isMarked(query) ? Hops.unmarked(query) : query;
    }

    /** The id of the session that the request names and that lives here, empty for none. */
    String homeSession() {
        return sessions.named(cookies);
    }

    @Override
    public boolean hasMethod(String method) {
        return ask.method().equals(method);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public @Nullable String query() {
        return query;
    }

    @Override
    public int cookieFields() {
        return cookies.size();
    }

    @Override
    public String cookieField(int index) {
        return cookies.get(index);
    }

    @Override
    public @Nullable String header(String name) {
        String value = ask.value(name);
        return value.isEmpty() ? null : value;
    }

    @Override
    public boolean secure() {
        return false;
    }

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }

    @Override
    public boolean hasHomeSession() {
        return !homeSession().isEmpty();
    }
}
