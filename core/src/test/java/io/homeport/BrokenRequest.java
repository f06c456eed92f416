package io.homeport;

import org.jspecify.annotations.Nullable;

/** A host's view that fails in everything it is asked. */
final class BrokenRequest implements RequestView {

    @Override
    public boolean hasMethod(String method) {
        throw broken();
    }

    @Override
    public CharSequence path() {
        throw broken();
    }

    @Override
    public @Nullable CharSequence query() {
        throw broken();
    }

    @Override
    public int cookieFields() {
        throw broken();
    }

    @Override
    public CharSequence cookieField(int index) {
        throw broken();
    }

    @Override
    public @Nullable String header(String name) {
        throw broken();
    }

    @Override
    public boolean secure() {
        throw broken();
    }

    @Override
    public String remoteAddress() {
        throw broken();
    }

    @Override
    public boolean hasHomeSession() {
        throw broken();
    }

    private static IllegalStateException broken() {
        return new IllegalStateException("broken");
    }
}
