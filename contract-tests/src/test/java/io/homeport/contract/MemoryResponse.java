package io.homeport.contract;

import io.homeport.ResponseView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response that is put together before any of it leaves. */
final class MemoryResponse implements ResponseView {
    private final int status;
    private final List<String[]> headers = new ArrayList<>();
    private String body = "";

    MemoryResponse(int status) {
        this.status = status;
    }

    MemoryResponse add(String name, String value) {
        headers.add(new String[] {name, value});
        return this;
    }

    void set(String name, String value) {
        headers.removeIf(header -> header[0].equals(name));
        add(name, value);
    }

    MemoryResponse write(String text) {
        body = text;
        return this;
    }

    Reply reply(MemoryRequest request) {
        add("Content-Length", String.valueOf(body.length()));
        return new Reply(List.of(), status, headers, request.hasMethod("HEAD") ? "" : body);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public List<String> setCookies() {
        return new Reply(List.of(), status, headers, "").all("Set-Cookie");
    }

    @Override
    public @Nullable String sessionCookieName() {
        return null;
    }

    @Override
    public @Nullable String header(String name) {
        List<String> values = new Reply(List.of(), status, headers, "").all(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
