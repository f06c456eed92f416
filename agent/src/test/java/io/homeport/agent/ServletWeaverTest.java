package io.homeport.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.homeport.Configuration;
import io.homeport.DnsSettings;
import io.homeport.runtime.Hook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weaves small servlets and filters and calls them: the JVM's verifier reads every woven method. */
final class ServletWeaverTest {
    private static final BiFunction<Object, Object, Object>[] FUNCTIONS = SharedBridge.FUNCTIONS;
    private static final int SERVICE = FUNCTIONS.length - 1;
    private static final int STARTING = FUNCTIONS.length - 2;
    private static final int STARTED = FUNCTIONS.length - 3;

    private static final String[] CLASSES = {
        "// %s.ServletRequest\npackage %s; public interface ServletRequest {}",
        "// %s.ServletResponse\npackage %s; public interface ServletResponse {}",
        "// %s.ServletConfig\npackage %s; public interface ServletConfig {}",
        "// %s.FilterChain\npackage %s; public interface FilterChain {}",
        """
        // %s.GenericServlet
        package %s;
        public abstract class GenericServlet {
            public void init(ServletConfig config) {}
            public abstract void service(ServletRequest request, ServletResponse response) throws java.io.IOException;
        }
        """,
        """
        // app.Shop
        package app;
        import %s.*;
        public class Shop extends GenericServlet implements Runnable {
            static final ServletRequest REQUEST = new ServletRequest() {};
            public static int served;
            public static int filtered;
            public void service(ServletRequest request, ServletResponse response) {
                for (int i = 0; i < 2; i++) {
                    if (request == null) {
                        return;
                    }
                }
                served++;
            }
            public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
                do {
                    filtered++;
                } while (filtered < 0);
            }
            public static void service(ServletResponse response, ServletRequest request) {}
            public void run() {
                service(REQUEST, null);
                doFilter(REQUEST, null, new FilterChain() {});
                init(null);
            }
        }
        """,
        """
        // app.Other
        package app;
        import %s.*;
        public interface Other {
            default void service(ServletRequest request, ServletResponse response) {}
        }
        """
    };

    private final ServletClasses classes = new ServletClasses();
    private final HookSlots slots = new HookSlots(
            FUNCTIONS,
            new AgentNode(
                    Objects.requireNonNull(Configuration.read(List.of(), "h").configuration()),
                    DnsPolicy.set(new DnsSettings(DnsSettings.KEEP, DnsSettings.KEEP), new Class<?>[0])),
            classes);
    private final Weaver weaver = new Weaver(slots);
    private final List<String> calls = new ArrayList<>();
    private SmallClasses application = new SmallClasses("// app.None\npackage app; class None {}");

    @BeforeEach
    void forget() {
        Arrays.fill(FUNCTIONS, null);
    }

    private Runnable shop(String api, int version) throws ReflectiveOperationException {
        application = new SmallClasses(
                Arrays.stream(CLASSES).map(source -> source.replace("%s", api)).toArray(String[]::new));
        for (String type : new String[] {"app/Shop", api.replace('.', '/') + "/GenericServlet"}) {
            application.change(
                    type,
                    bytes -> Objects.requireNonNull(weaver.weaveServlet(application, type, aged(bytes, version))));
        }
        record(STARTING);
        record(STARTED);
        return (Runnable) application.loadClass("app.Shop").getConstructor().newInstance();
    }

    private void record(int slot) {
        FUNCTIONS[slot] = (target, same) -> {
            calls.add((slot == STARTING ? "starting " : "started ")
                    + target.getClass().getName());
            return null;
        };
    }

    /** The class file as a compiler of old would have written it. */
    private static byte[] aged(byte[] bytes, int version) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor older = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(
                    int ignored,
                    int access,
                    String name,
                    @Nullable String signature,
                    String superName,
                    String @Nullable [] interfaces) {
                super.visit(version, access, name, signature, superName, interfaces);
            }
        };
        new ClassReader(bytes).accept(older, version < Opcodes.V1_6 ? ClassReader.SKIP_FRAMES : 0);
        return writer.toByteArray();
    }

    private int field(String name) throws ReflectiveOperationException {
        return application.loadClass("app.Shop").getField(name).getInt(null);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {Opcodes.V1_2, Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6, Opcodes.V1_7, Opcodes.V1_8, Opcodes.V17})
    void servletsAndFiltersOfAnyAgeAreHeldUpWithTheirArguments(int version) throws Exception {
        Runnable shop = shop("javax.servlet", version);
        List<Object> held = new ArrayList<>();
        FUNCTIONS[SERVICE] = (target, arguments) -> {
            held.add(target);
            held.addAll(Arrays.asList((Object[]) arguments));
            return "done";
        };

        shop.run();

        assertThat(held).hasSize(8);
        assertThat(held.get(0)).isSameAs(shop);
        assertThat(held.get(1)).isSameAs(held.get(5)).isNotNull();
        assertThat(held.subList(2, 4)).containsExactly(null, null);
        assertThat(held.get(4)).isSameAs(shop);
        assertThat(held.get(7)).isNotNull();
        assertThat(field("served") + field("filtered")).isZero();
        assertThat(calls).containsExactly("starting app.Shop", "started app.Shop");
    }

    @Test
    void answerOfNullLetsTheCallGoOn() throws Exception {
        Runnable shop = shop("jakarta.servlet", Opcodes.V17);
        FUNCTIONS[SERVICE] = (target, arguments) -> null;

        shop.run();

        assertThat(field("served")).isOne();
        assertThat(field("filtered")).isOne();
    }

    @Test
    void functionThatThrowsOrIsMissingLetsTheCallGoOnOnce() throws Exception {
        Runnable shop = shop("jakarta.servlet", Opcodes.V17);
        FUNCTIONS[SERVICE] = (target, arguments) -> {
            throw new StackOverflowError("ours");
        };
        shop.run();
        FUNCTIONS[SERVICE] = null;
        shop.run();

        assertThat(field("served")).isEqualTo(2);
        assertThat(field("filtered")).isEqualTo(2);
    }

    @Test
    void whatTheApplicationThrewIsThrownAsItIs() throws Exception {
        Runnable shop = shop("jakarta.servlet", Opcodes.V17);
        IOException thrown = new IOException("the application's");
        FUNCTIONS[SERVICE] = (target, arguments) -> thrown;

        assertThat(catchThrowable(shop::run)).isSameAs(thrown);
        assertThat(field("served")).isZero();
    }

    @Test
    void nothingIsCalledAnyMoreOnceAContainersOwnAdapterIsAtWork() throws Exception {
        Runnable shop = shop("jakarta.servlet", Opcodes.V17);
        FUNCTIONS[SERVICE] = (target, arguments) -> "done";
        calls.clear();

        slots.stopFallback();
        shop.run();

        assertThat(field("served")).isOne();
        assertThat(calls).isEmpty();
        assertThat(FUNCTIONS[slots.slot(application, Container.SERVLETS_JAVAX, Hook.SERVICE)])
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app/Other", "jakarta/servlet/ServletRequest"})
    void interfacesAndWhatIsNoServletStayAsTheyAre(String type) throws Exception {
        shop("jakarta.servlet", Opcodes.V17);
        application.change(type, bytes -> {
            assertThat(weaver.weaveServlet(application, type, bytes)).isNull();
            return bytes;
        });
    }

    @Test
    void callsOfNoRequestAtAllAreLeftAlone() {
        ServletCalls calls = new ServletCalls(new AgentNode(
                Objects.requireNonNull(Configuration.read(List.of(), "h").configuration()),
                DnsPolicy.set(new DnsSettings(DnsSettings.KEEP, DnsSettings.KEEP), new Class<?>[0])));

        assertThat(calls.apply(this, new @Nullable Object[] {null, null, null})).isNull();
        assertThat(calls.apply(this, new @Nullable Object[] {"no request", null, null}))
                .isNull();
    }

    @Test
    void adapterThatCannotBeMadeIsSaidOnceAndTheCallGoesOn() throws Exception {
        Runnable shop = shop("jakarta.servlet", Opcodes.V17);

        String said = StandardErrorOf.work(() -> {
            shop.run();
            shop.run();
        });

        assertThat(said.lines())
                .singleElement()
                .asString()
                .startsWith("homeport: SERVLETS_JAKARTA: ")
                .endsWith("; not active there");
        assertThat(field("served")).isEqualTo(2);
    }

    @Test
    void classesOfGlassFishThatBearTomcatsNamesAreLeftAloneWithoutAWord() {
        SmallClasses glassfish = new SmallClasses(
                "// org.glassfish.grizzly.HttpHandler\npackage org.glassfish.grizzly; public class HttpHandler {}",
                "// jakarta.servlet.ServletContext\npackage jakarta.servlet; public interface ServletContext {}",
                """
                // org.apache.catalina.connector.CoyoteAdapter
                package org.apache.catalina.connector;
                public class CoyoteAdapter extends org.glassfish.grizzly.HttpHandler {}
                """,
                """
                // org.apache.catalina.core.StandardContext
                package org.apache.catalina.core;
                public class StandardContext implements jakarta.servlet.ServletContext {}
                """);
        String said = StandardErrorOf.work(() -> {
            for (String type : new String[] {
                "org/apache/catalina/connector/CoyoteAdapter", "org/apache/catalina/core/StandardContext"
            }) {
                glassfish.change(type, bytes -> {
                    assertThat(weaver.weave(glassfish, type, bytes)).isNull();
                    return bytes;
                });
            }
        });
        assertThat(said).isEmpty();
    }
}
