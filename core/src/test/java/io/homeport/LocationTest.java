package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever the request line says, the redirect leads to the configured authority. */
final class LocationTest {
    private static final String[] BASES = {
        "http://n2", "https://n2.example.com:8443", "http://10.0.0.2:8080/base", "http://[::1]:8080", "https://n2/a/b"
    };

    @Property(tries = 100_000, seed = "1")
    void everyReaderFindsTheConfiguredAuthority(
            @ForAll("bases") String base, @ForAll("targets") String path, @ForAll("queries") @Nullable String query) {
        BaseUrl url = Objects.requireNonNull(BaseUrl.parse(base));

        String location = Objects.requireNonNull(Location.of(url, "/" + path, query));

        assertThat(location).matches("[\\x21-\\x7e]+").startsWith(base + "/");
        URI uri = URI.create(location);
        URI expected = URI.create(base);
        assertThat(uri.getScheme()).isEqualTo(expected.getScheme());
        assertThat(uri.getRawAuthority()).isEqualTo(expected.getRawAuthority());
        assertThat(uri.getRawUserInfo()).isNull();
        assertThat(uri.getRawFragment()).isNull();
        assertThat(uri.getRawQuery() == null).isEqualTo(query == null);
        assertThat(browsersOrigin(location)).isEqualTo(browsersOrigin(base));
        assertThat(browsersOrigin(uri.normalize().toString())).isEqualTo(browsersOrigin(base));
    }

    @Property(tries = 10_000, seed = "2")
    void onlyAPathIsATarget(@ForAll("targets") String target) {
        BaseUrl url = Objects.requireNonNull(BaseUrl.parse(BASES[0]));
        boolean path = target.startsWith("/") || target.startsWith("\\");

        assertThat(Location.of(url, target, null) != null).isEqualTo(path);
    }

    @Example
    void knownAttacksStayOnTheHost() {
        String[][] cases = {
            {"//evil.example/x", "http://n2/evil.example/x"},
            {"/\\evil.example", "http://n2/evil.example"},
            {"\\\\evil.example", "http://n2/evil.example"},
            {"///%2fevil", "http://n2/%2fevil"},
            {"/\t//evil", "http://n2/%09//evil"},
            {"/a\r\nSet-Cookie: x=y", "http://n2/a%0D%0ASet-Cookie:%20x=y"},
            {"/a%zz%4", "http://n2/a%25zz%254"},
            {"/a[1]#x", "http://n2/a%5B1%5D%23x"},
            {"/\u00e4\u20ac", "http://n2/%E4%E2%82%AC"},
            {"/@evil", "http://n2/@evil"},
            {"/a?b", "http://n2/a%3Fb"}
        };
        for (String[] test : cases) {
            assertThat(Location.of(Objects.requireNonNull(BaseUrl.parse("http://n2")), test[0], null))
                    .isEqualTo(test[1]);
        }
    }

    @Property(tries = 20_000, seed = "3")
    void theMarkerLeavesNoTrace(@ForAll("queries") @Nullable String query) {
        String plain = Hops.unmarked(query);
        String marked = Hops.marked(query, 2);

        assertThat(Hops.isMarked(plain)).isFalse();
        assertThat(Hops.isMarked(marked)).isTrue();
        assertThat(Hops.unmarked(marked)).isEqualTo(plain);
        assertThat(Hops.count(marked)).isEqualTo(plain == null || !plain.isEmpty() ? 2 : 0);
        assertThat(Hops.count(query)).isBetween(0, Hops.MAX);
        if (!Hops.isMarked(query) && query != null && !query.isEmpty()) {
            assertThat(plain).isEqualTo(query);
        }
    }

    @Example
    void aCountIsOneDigitOfOurs() {
        String[][] cases = {
            {"homeport-hop=1", "1"}, {"a&homeport-hop=3&b", "3"}, {"homeport-hop=0", "0"}, {"homeport-hop=4", "0"},
            {"homeport-hop=12", "0"}, {"homeport-hop=", "0"}, {"homeport-hop", "0"}, {"xhomeport-hop=2", "0"},
            {"homeport-hop=-1", "0"}, {"homeport-hop=2&homeport-hop=3", "2"}
        };
        for (String[] test : cases) {
            assertThat(Hops.count(test[0])).as(test[0]).isEqualTo(Integer.parseInt(test[1]));
        }
        assertThat(Hops.unmarked("homeport-hop=1&a&homeport-hop=2&&homeport-hop="))
                .isEqualTo("a&");
        assertThat(Hops.count(null)).isZero();
        assertThat(Hops.unmarked(null)).isNull();
    }

    @Provide
    Arbitrary<String> bases() {
        return Arbitraries.of(BASES);
    }

    @Provide
    Arbitrary<String> targets() {
        return hostile();
    }

    @Provide
    Arbitrary<String> queries() {
        return hostile().injectNull(0.05);
    }

    private static Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "/",
                "\\",
                "//",
                "@",
                ":",
                "?",
                "#",
                "%",
                "%2f",
                "%5c",
                "%0d%0a",
                "%zz",
                "..",
                "/../",
                ";",
                "[",
                "]",
                "\t",
                "\n",
                "\r",
                " ",
                "\u0000",
                "evil.example",
                "http:",
                "a",
                "b=1",
                "&",
                "homeport-hop=",
                "homeport-hop=2",
                "3",
                "{",
                "|",
                "\"",
                "<",
                "\u00e4",
                "\u20ac",
                "\ud83d\ude00",
                "\ud83d",
                "\u3002",
                "\uff0f",
                "\u007f");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(3);
        return Arbitraries.oneOf(pieces, pieces, any).list().ofMaxSize(10).map(parts -> String.join("", parts));
    }

    /** Scheme and authority as the WHATWG URL standard reads them: blanks at the ends, tabs and newlines go, \ is /. */
    private static String browsersOrigin(String url) {
        String text = url.strip().replaceAll("[\\t\\n\\r]", "").replace('\\', '/');
        int colon = text.indexOf(':');
        int start = colon + 1;
        while (start < text.length() && text.charAt(start) == '/') {
            start++;
        }
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(start, end);
        return text.substring(0, colon).toLowerCase(Locale.ROOT) + "://"
                + authority.substring(authority.indexOf('@') + 1);
    }
}
