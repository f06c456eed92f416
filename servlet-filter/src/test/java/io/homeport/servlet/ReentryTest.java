package io.homeport.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The servlets and filters here call what woven ones call. */
final class ReentryTest {
    private static final FilterChain CHAIN = (request, response) -> {};

    private final Reentry reentry = new Reentry(Bridge.class.getName());
    private final List<Boolean> asked = new ArrayList<>();

    /** Stands between woven code and us. */
    private static final class Bridge {
        private Bridge() {}

        static boolean call(Reentry reentry, Object target, @Nullable FilterChain chain) {
            return reentry.isPossible(target, chain);
        }
    }

    private class Woven extends GenericServlet implements Filter {
        private static final long serialVersionUID = 1L;

        @Override
        public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            asked.add(Bridge.call(reentry, this, null));
        }

        @Override
        public void init(FilterConfig config) {}

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            asked.add(Bridge.call(reentry, this, chain));
        }
    }

    private final class Heir extends Woven {
        private static final long serialVersionUID = 1L;
    }

    /** As a proxy made of a hidden class is: it overrides, and is not woven. */
    private final class Overriding extends Woven {
        private static final long serialVersionUID = 1L;

        @Override
        public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            super.service(request, response);
        }
    }

    private final class Delegating extends Woven {
        private static final long serialVersionUID = 1L;

        private final Woven next = new Heir();

        @Override
        public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            next.service(request, response);
        }
    }

    // The unannotated API takes null, which stands for a request here.
    @SuppressWarnings("NullAway")
    private List<Boolean> service(Woven servlet) throws Exception {
        asked.clear();
        servlet.service(null, null);
        servlet.service(null, null);
        return asked;
    }

    @SuppressWarnings("NullAway")
    private List<Boolean> filter(Woven filter) throws Exception {
        asked.clear();
        filter.doFilter(null, null, CHAIN);
        return asked;
    }

    @Test
    void whatIsWovenItselfOrInheritsItCanBeCalledAgain() throws Exception {
        assertThat(service(new Woven())).containsExactly(true, true);
        assertThat(service(new Heir())).containsExactly(true, true);
        assertThat(filter(new Heir())).containsExactly(true);
    }

    @Test
    void overrideThatHasCalledItsSuperCannot() throws Exception {
        assertThat(service(new Overriding())).containsExactly(false, false);
        assertThat(filter(new Overriding())).containsExactly(true);
    }

    @Test
    void callerOfAnotherServletIsNoOverrideOfIt() throws Exception {
        assertThat(service(new Delegating())).containsExactly(true, true);
    }

    @Test
    void whatIsNeitherServletNorFilterCannot() {
        assertThat(Bridge.call(reentry, "no servlet", null)).isFalse();
        assertThat(Bridge.call(reentry, "no filter", CHAIN)).isFalse();
    }
}
