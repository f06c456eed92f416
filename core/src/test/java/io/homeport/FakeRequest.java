package io.homeport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request written by hand. */
final class FakeRequest implements RequestView {
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final List<String> cookies = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String remoteAddress = "127.0.0.1";
    private boolean secure;
    private boolean homeSession;
    private int applicationPathStart;

    private FakeRequest(String method, String path, @Nullable String query) {
        this.method = method;
        this.path = path;
        this.query = query;
    }

    static FakeRequest get(String target) {
        return of("GET", target);
    }

    static FakeRequest of(String method, String target) {
        int mark = target.indexOf('?');
        return mark < 0
                ? new FakeRequest(method, target, null)
                : new FakeRequest(method, target.substring(0, mark), target.substring(mark + 1));
    }

    /** One more Cookie field. */
    FakeRequest cookie(String field) {
        cookies.add(field);
        return this;
    }

    FakeRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    FakeRequest from(String address) {
        remoteAddress = address;
        return this;
    }

    FakeRequest overTls() {
        secure = true;
        return this;
    }

    FakeRequest withHomeSession() {
        homeSession = true;
        return this;
    }

    FakeRequest applicationAt(String contextPath) {
        applicationPathStart = contextPath.length();
        return this;
    }

    @Override
    public boolean hasMethod(String wanted) {
        return method.equals(wanted);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public int applicationPathStart() {
        return applicationPathStart;
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
    public CharSequence cookieField(int index) {
        return cookies.get(index);
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public boolean secure() {
        return secure;
    }

    @Override
    public String remoteAddress() {
        return remoteAddress;
    }

    @Override
    public boolean hasHomeSession() {
        return homeSession;
    }
}
