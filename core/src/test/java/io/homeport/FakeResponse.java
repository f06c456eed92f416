package io.homeport;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response written by hand. */
record FakeResponse(
        int status, List<String> setCookies, @Nullable String sessionCookieName, Map<String, String> headers)
        implements ResponseView {

    static FakeResponse of(int status, String... setCookies) {
        return new FakeResponse(status, List.of(setCookies), null, Map.of());
    }

    FakeResponse withHeader(String name, String value) {
        return new FakeResponse(status, setCookies, sessionCookieName, Map.of(name, value));
    }

    FakeResponse withSessionCookieName(String name) {
        return new FakeResponse(status, setCookies, name, headers);
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
