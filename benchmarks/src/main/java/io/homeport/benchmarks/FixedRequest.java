package io.homeport.benchmarks;

import io.homeport.RequestView;
import org.jspecify.annotations.Nullable;

/** A request that always is the same. */
record FixedRequest(String path, @Nullable String query, String accept, String cookies) implements RequestView {

    FixedRequest(String path, String cookies) {
        this(path, null, "", cookies);
    }

    @Override
    public boolean hasMethod(String method) {
        return method.equals("GET");
    }

    @Override
    public int cookieFields() {
        return cookies.isEmpty() ? 0 : 1;
    }

    @Override
    public CharSequence cookieField(int index) {
        return cookies;
    }

    @Override
    public @Nullable String header(String name) {
        return name.equals("Accept") && !accept.isEmpty() ? accept : null;
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
        return false;
    }
}
