package io.homeport.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeport.Configuration;
import io.homeport.DnsSettings;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weaves small classes that bear the containers' names, and runs them: the JVM's verifier reads every woven method. */
final class WeaverTest {
    private static final BiFunction<Object, Object, Object>[] FUNCTIONS = SharedBridge.FUNCTIONS;

    private static final String[] TOMCAT = {
        "// org.apache.coyote.Request\npackage org.apache.coyote; public class Request {}",
        "// org.apache.coyote.Response\npackage org.apache.coyote; public class Response {}",
        "// org.apache.catalina.connector.Request\npackage org.apache.catalina.connector; public class Request {}",
        "// org.apache.catalina.connector.Response\npackage org.apache.catalina.connector; public class Response {}",
        """
        // org.apache.catalina.connector.CoyoteAdapter
        package org.apache.catalina.connector;
        public class CoyoteAdapter {
            public static int bodies;
            protected boolean postParseRequest(org.apache.coyote.Request a, Request b, org.apache.coyote.Response c,
                    Response d) {
                bodies++;
                int i = 0;
                while (i < 3) {
                    try {
                        if (a == null) {
                            return false;
                        }
                    } finally {
                        i++;
                    }
                }
                return true;
            }
            public static boolean run(boolean request) {
                return new CoyoteAdapter().postParseRequest(
                        request ? new org.apache.coyote.Request() : null, new Request(), null, null);
            }
        }
        """,
        """
        // org.apache.catalina.core.StandardContext
        package org.apache.catalina.core;
        public class StandardContext {
            public static String ran = "";
            protected void startInternal() {
                for (;;) {
                    ran += "body ";
                    if (ran.length() > 9) {
                        return;
                    }
                }
            }
            protected void stopInternal() {}
            public static void run(boolean x) {
                new StandardContext().startInternal();
            }
        }
        """,
        """
        // org.apache.coyote.AbstractProcessor
        package org.apache.coyote;
        public abstract class AbstractProcessor {
            protected final Request request = new Request();
            protected final Response response = new Response();
            protected abstract void prepareResponse();
        }
        """,
        """
        // org.apache.coyote.http11.Http11Processor
        package org.apache.coyote.http11;
        public class Http11Processor extends org.apache.coyote.AbstractProcessor {
            protected void prepareResponse() {}
            protected int available(boolean read) { return read ? 1 : 0; }
            public static int run(boolean x) {
                Http11Processor processor = new Http11Processor();
                processor.prepareResponse();
                return processor.available(x);
            }
        }
        """
    };

    private static final String[] JETTY = {
        """
        // org.eclipse.jetty.server.Request
        package org.eclipse.jetty.server;
        public class Request {
            public final String name;
            public Request() { this("original"); }
            public Request(String name) { this.name = name; }
        }
        """,
        "// org.eclipse.jetty.server.Response\npackage org.eclipse.jetty.server; public class Response {}",
        "// org.eclipse.jetty.util.Callback\npackage org.eclipse.jetty.util; public class Callback {}",
        """
        // org.eclipse.jetty.server.Server
        package org.eclipse.jetty.server;
        public class Server {
            public static String handled = "";
            public boolean handle(Request request, Response response, org.eclipse.jetty.util.Callback callback) {
                handled += request.name;
                return false;
            }
            public static boolean run(boolean x) {
                return new Server().handle(new Request(), new Response(), null);
            }
        }
        """
    };

    private static final String[] UNDERTOW = {
        "// io.undertow.server.HttpServerExchange\npackage io.undertow.server; public class HttpServerExchange {}",
        """
        // io.undertow.server.HttpHandler
        package io.undertow.server;
        public class HttpHandler {
            public final String name;
            public HttpHandler() { this("root"); }
            public HttpHandler(String name) { this.name = name; }
        }
        """,
        """
        // io.undertow.server.Connectors
        package io.undertow.server;
        public class Connectors {
            public static String handled = "";
            public static void executeRootHandler(HttpHandler handler, HttpServerExchange exchange) {
                handled += handler.name + (exchange == null ? " lost " : " ");
            }
        }
        """,
        "// org.xnio.conduits.ConduitStreamSourceChannel\npackage org.xnio.conduits;\n"
                + "public class ConduitStreamSourceChannel {}",
        """
        // io.undertow.server.protocol.http.HttpReadListener
        package io.undertow.server.protocol.http;
        import io.undertow.server.*;
        public class HttpReadListener {
            public void handleEventWithNoRunningRequest(org.xnio.conduits.ConduitStreamSourceChannel channel) {
                for (long i = 0; i < 2; i++) {
                    try {
                        HttpServerExchange exchange = new HttpServerExchange();
                        Connectors.executeRootHandler(i == 0 ? new HttpHandler() : new HttpHandler("next"), exchange);
                    } finally {
                        Connectors.handled += i;
                    }
                }
            }
            public static void run(boolean x) {
                new HttpReadListener().handleEventWithNoRunningRequest(null);
            }
        }
        """
    };

    private final List<String> calls = new ArrayList<>();
    private final Weaver weaver = new Weaver(new HookSlots(
            FUNCTIONS,
            new AgentNode(
                    Objects.requireNonNull(Configuration.read(List.of(), "h").configuration()),
                    DnsPolicy.set(new DnsSettings(DnsSettings.KEEP, DnsSettings.KEEP), new Class<?>[0])),
            new ServletClasses()));

    @BeforeEach
    void forget() {
        java.util.Arrays.fill(FUNCTIONS, null);
    }

    @Test
    void anAnswerAtEntryEndsTheMethod() throws Exception {
        SmallClasses classes = woven("org/apache/catalina/connector/CoyoteAdapter", TOMCAT);
        hook(0, "entry", null);
        hook(1, "exit", null);

        assertThat(run(classes, "org.apache.catalina.connector.CoyoteAdapter", true))
                .isEqualTo(true);
        hook(0, "entry", "answered");
        assertThat(run(classes, "org.apache.catalina.connector.CoyoteAdapter", true))
                .isEqualTo(false);

        assertThat(calls)
                .containsExactly(
                        "entry org.apache.coyote.Request null",
                        "exit org.apache.coyote.Request org.apache.catalina.connector.Request",
                        "entry org.apache.coyote.Request null");
        assertThat(field(classes, "org.apache.catalina.connector.CoyoteAdapter", "bodies"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerBeforeAReturnOfTrueMakesItFalseAndFalseIsNeverAsked() throws Exception {
        SmallClasses classes = woven("org/apache/catalina/connector/CoyoteAdapter", TOMCAT);
        hook(0, "entry", null);
        hook(1, "exit", "answered");

        assertThat(run(classes, "org.apache.catalina.connector.CoyoteAdapter", true))
                .isEqualTo(false);
        assertThat(run(classes, "org.apache.catalina.connector.CoyoteAdapter", false))
                .isEqualTo(false);

        assertThat(calls).filteredOn(call -> call.startsWith("exit")).hasSize(1);
    }

    @Test
    void entryAndExitEncloseTheBodyAndTheirAnswersAreIgnored() throws Exception {
        SmallClasses classes = woven("org/apache/catalina/core/StandardContext", TOMCAT);
        hook(0, "entry", "ignored");
        hook(1, "exit", "ignored");

        run(classes, "org.apache.catalina.core.StandardContext", true);

        String type = "org.apache.catalina.core.StandardContext";
        assertThat(calls).containsExactly("entry " + type + " " + type, "exit " + type + " " + type);
        assertThat(field(classes, type, "ran")).isEqualTo("body body ");
    }

    @Test
    void fieldsOfTheSuperclassAreHandedOver() throws Exception {
        SmallClasses classes = woven("org/apache/coyote/http11/Http11Processor", TOMCAT);
        hook(0, "commit", null);
        hook(1, "awaited", "ignored");

        assertThat(run(classes, "org.apache.coyote.http11.Http11Processor", true))
                .isEqualTo(1);

        assertThat(calls)
                .containsExactly(
                        "commit org.apache.coyote.Request org.apache.coyote.Response",
                        "awaited org.apache.coyote.Request org.apache.coyote.Response");
    }

    @Test
    void theFirstArgumentIsReplacedBeforeTheRequestIsDecided() throws Exception {
        SmallClasses classes = woven("org/eclipse/jetty/server/Server", JETTY);
        Object replacement = classes.loadClass("org.eclipse.jetty.server.Request")
                .getConstructor(String.class)
                .newInstance("replacement");
        int replace = slotOf(classes, "org.eclipse.jetty.server.Request org.eclipse.jetty.server.Request");
        int decide = 1 - replace;

        hook(replace, "replace", replacement);
        hook(decide, "decide", null);
        assertThat(run(classes, "org.eclipse.jetty.server.Server", true)).isEqualTo(false);
        hook(decide, "decide", "answered");
        assertThat(run(classes, "org.eclipse.jetty.server.Server", true)).isEqualTo(true);

        assertThat(calls)
                .startsWith(
                        "replace org.eclipse.jetty.server.Request org.eclipse.jetty.server.Request",
                        "decide org.eclipse.jetty.server.Response null");
        assertThat((String) field(classes, "org.eclipse.jetty.server.Server", "handled"))
                .endsWith("originalreplacement");
    }

    @Test
    void theFirstArgumentOfACallIsReplacedWhereAnAnswerIsGiven() throws Exception {
        String listener = "io.undertow.server.protocol.http.HttpReadListener";
        SmallClasses classes = woven(listener.replace('.', '/'), UNDERTOW);
        Object replacement = classes.loadClass("io.undertow.server.HttpHandler")
                .getConstructor(String.class)
                .newInstance("ours");

        hook(0, "call", null);
        run(classes, listener, true);
        hook(0, "call", replacement);
        run(classes, listener, true);
        hook(0, "call", "of another type");
        assertThatThrownBy(() -> run(classes, listener, true)).hasRootCauseInstanceOf(ClassCastException.class);

        assertThat(calls)
                .hasSize(5)
                .containsOnly("call io.undertow.server.HttpHandler io.undertow.server.HttpServerExchange");
        assertThat(field(classes, "io.undertow.server.Connectors", "handled")).isEqualTo("root 0next 1ours 0ours 10");
    }

    @Test
    void aFunctionThatThrowsOrIsMissingChangesNothing() throws Exception {
        SmallClasses classes = woven("org/apache/catalina/connector/CoyoteAdapter", TOMCAT);
        FUNCTIONS[0] = (a, b) -> {
            throw new StackOverflowError("ours");
        };
        FUNCTIONS[1] = null;

        assertThat(run(classes, "org.apache.catalina.connector.CoyoteAdapter", true))
                .isEqualTo(true);
    }

    @Test
    void anAdapterThatCannotBeMadeIsSaidOnceAndChangesNothing() throws Exception {
        SmallClasses classes = new SmallClasses(TOMCAT);
        classes.weave(weaver, "org/apache/catalina/connector/CoyoteAdapter");
        String said = StandardErrorOf.work(() -> {
            assertThat(run(classes, "org.apache.catalina.connector.CoyoteAdapter", true))
                    .isEqualTo(true);
            assertThat(run(classes, "org.apache.catalina.connector.CoyoteAdapter", true))
                    .isEqualTo(true);
        });

        assertThat(said.lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("homeport: TOMCAT ") && line.endsWith("; not active there"));
    }

    @Test
    void aMethodThatIsMissingIsSaidAndTheClassStaysAsItIs() throws Exception {
        SmallClasses classes = new SmallClasses("""
                // org.apache.catalina.connector.CoyoteAdapter
                package org.apache.catalina.connector;
                public class CoyoteAdapter {
                    public boolean postParseRequest(Object changed) { return true; }
                    public static boolean run(boolean x) { return new CoyoteAdapter().postParseRequest(null); }
                }
                """);

        String said = StandardErrorOf.work(() -> classes.weave(weaver, "org/apache/catalina/connector/CoyoteAdapter"));

        assertThat(said.lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith(
                                "homeport: org.apache.catalina.connector.CoyoteAdapter has no postParseRequest(")
                        && line.endsWith("; not hooked"));
        assertThat(run(classes, "org.apache.catalina.connector.CoyoteAdapter", true))
                .isEqualTo(true);
    }

    private SmallClasses woven(String type, String[] sources) {
        SmallClasses classes = new SmallClasses(sources);
        String said = StandardErrorOf.work(() -> classes.weave(weaver, type));
        assertThat(said.lines()).allMatch(line -> line.contains(" has no doStart()V "));
        return classes;
    }

    /** Slots are given in the order of the methods' points; which is which shows in what they are called with. */
    private int slotOf(SmallClasses classes, String arguments) throws Exception {
        hook(0, "0", null);
        hook(1, "1", null);
        run(classes, "org.eclipse.jetty.server.Server", true);
        int slot = calls.contains("0 " + arguments) ? 0 : 1;
        calls.clear();
        return slot;
    }

    private void hook(int slot, String name, @Nullable Object answer) {
        FUNCTIONS[slot] = (a, b) -> {
            calls.add(name + " " + type(a) + " " + type(b));
            return answer;
        };
    }

    private static String type(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    private static @Nullable Object run(SmallClasses classes, String type, boolean argument) {
        try {
            Method run = classes.loadClass(type).getMethod("run", boolean.class);
            return run.invoke(null, argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object field(SmallClasses classes, String type, String name) throws ReflectiveOperationException {
        return Objects.requireNonNull(classes.loadClass(type).getField(name).get(null));
    }
}
