package io.homeport.agent;

import io.homeport.Configuration;
import io.homeport.DnsSettings;
import io.homeport.runtime.Hook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Holds the jars of one server against everything that the agent weaves into it and calls of it. */
final class Signatures {
    private static final String URI = "Lorg/eclipse/jetty/http/HttpURI;";
    private static final String MUTABLE = "org/eclipse/jetty/http/HttpURI$Mutable";
    private static final String MUTABLE_URI = "L" + MUTABLE + ";";

    private static final String HIKARI = "com/zaxxer/hikari/HikariDataSource";
    private static final String TOMCAT_POOL = "org/apache/tomcat/jdbc/pool/ConnectionPool";

    private static final Set<String> HOOKED = SwitchedNames.of(HookNames.class);

    /** What adapters ask for reflectively, because releases differ: all of one of the alternatives must be there. */
    private static final Map<Container, List<List<Reference>>> BY_NAME = Map.of(
            Container.JETTY_9,
            List.of(
                    List.of(method("org/eclipse/jetty/server/Request", "setQueryString(Ljava/lang/String;)V")),
                    List.of(
                            method("org/eclipse/jetty/server/Request", "getHttpURI()" + URI),
                            method("org/eclipse/jetty/server/Request", "setHttpURI(" + URI + ")V"),
                            new Reference(
                                    "org/eclipse/jetty/http/HttpURI",
                                    "build(" + URI + ")" + MUTABLE_URI,
                                    Reference.Manner.INTERFACE_METHOD),
                            method(MUTABLE, "query(Ljava/lang/String;)" + MUTABLE_URI),
                            method(MUTABLE, "asImmutable()Lorg/eclipse/jetty/http/HttpURI$Immutable;"))),
            Container.HIKARI_POOLS,
            List.of(List.of(
                    method(HIKARI, "getPoolName()Ljava/lang/String;"),
                    method(HIKARI, "isClosed()Z"),
                    method(HIKARI, "getConnection()Ljava/sql/Connection;"))),
            Container.TOMCAT_POOLS,
            List.of(List.of(
                    method(TOMCAT_POOL, "getName()Ljava/lang/String;"),
                    method(TOMCAT_POOL, "isClosed()Z"),
                    method(TOMCAT_POOL, "getConnection()Ljava/sql/Connection;"))));

    /** What releases may lack, because the adapter asks for it in a class of its own and does without where it is not. */
    private static final Set<String> MAY_LACK = Set.of(
            "org.apache.coyote.ContinueResponseTiming ",
            "org.apache.coyote.http11.AbstractHttp11Protocol setContinueResponseTiming(Ljava/lang/String;)V",
            "org.apache.coyote.http11.AbstractHttp11Protocol getContinueResponseTiming()Ljava/lang/String;");

    private final Container container;
    private final List<Path> jars;

    Signatures(Container container, List<Path> jars) {
        this.container = container;
        this.jars = jars;
    }

    List<String> problems() throws IOException {
        try (ClassPath classes = new ClassPath(jars)) {
            List<String> problems = new ArrayList<>();
            Map<String, byte[]> originals = hookedClasses(classes, problems);
            originals.forEach((type, bytes) -> checkHookPoints(type, bytes, problems));
            checkAlternatives(originals, problems);
            if (problems.isEmpty()) {
                checkWoven(classes, originals, problems);
            }
            new Linker(classes)
                    .problems(adapter()).stream()
                            .filter(problem -> MAY_LACK.stream().noneMatch(problem::contains))
                            .forEach(problems::add);
            checkByName(new Linker(classes), problems);
            return problems;
        }
    }

    private static Reference method(String owner, String method) {
        return new Reference(owner, method, Reference.Manner.METHOD);
    }

    private void checkByName(Linker linker, List<String> problems) {
        List<List<Reference>> alternatives = BY_NAME.getOrDefault(container, List.of(List.of()));
        boolean found = alternatives.stream()
                .anyMatch(all -> all.stream().allMatch(each -> linker.problem(container.adapterClass(), each) == null));
        if (!found) {
            problems.add("none of these is there: " + alternatives);
        }
    }

    /** The classes that must be there, because this container has hooks for them. */
    private Map<String, byte[]> hookedClasses(ClassPath classes, List<String> problems) {
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (String type : HOOKED) {
            if (!container.hookPoints(type).isEmpty()) {
                byte[] bytes = classes.inJars(type);
                if (bytes == null) {
                    problems.add("there is no class " + type.replace('/', '.'));
                } else {
                    found.put(type, bytes);
                }
            }
        }
        return found;
    }

    private void checkHookPoints(String type, byte[] bytes, List<String> problems) {
        ClassShape shape = ClassShape.of(bytes);
        Container recognised = Container.of(type, String.valueOf(shape.superName()));
        if (recognised != container) {
            problems.add(type.replace('/', '.') + " is taken for one of " + recognised);
        }
        for (HookPoint point : container.hookPoints(type)) {
            if (point.isNeeded() && !isIn(shape, point)) {
                problems.add(type.replace('/', '.') + " has no " + point.method() + " (" + point.hook() + ")");
            }
        }
    }

    /** By its name alone where that is all that is known of it. */
    private static boolean isIn(ClassShape shape, HookPoint point) {
        return shape.members().keySet().stream()
                .anyMatch(member -> member.equals(point.method()) || member.startsWith(point.method() + "("));
    }

    /** What some releases have in one class and some in another has to be in one of them. */
    private void checkAlternatives(Map<String, byte[]> originals, List<String> problems) {
        Map<Hook, Boolean> found = new EnumMap<>(Hook.class);
        originals.forEach((type, bytes) -> {
            for (HookPoint point : container.hookPoints(type)) {
                if (!point.isNeeded() && point.hook() != Hook.BODY_AWAITED) {
                    found.merge(point.hook(), isIn(ClassShape.of(bytes), point), Boolean::logicalOr);
                }
            }
        });
        found.forEach((hook, there) -> {
            if (!there) {
                problems.add("no class has a method for " + hook);
            }
        });
    }

    /** The real weaver weaves, the JVM verifies, and what the woven code reads is resolved. */
    private void checkWoven(ClassPath classes, Map<String, byte[]> originals, List<String> problems) {
        Linker linker = new Linker(classes);
        originals.forEach((type, bytes) -> {
            // One each, for the verification of one class may load others as they are.
            try (WovenClasses woven = new WovenClasses(jars)) {
                byte[] changed = Objects.requireNonNull(weaver().weave(woven, type, bytes));
                Set<Reference> added = References.of(changed);
                added.removeAll(References.of(bytes));
                for (Reference reference : added) {
                    String problem = linker.problem(type, reference);
                    if (problem != null) {
                        problems.add("woven into " + type.replace('/', '.') + ", " + reference + ": " + problem);
                    }
                }
                problems.addAll(woven.verify(type, changed));
            } catch (IOException e) {
                problems.add(e.toString());
            }
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Weaver weaver() {
        BiFunction<Object, Object, Object>[] functions = new BiFunction[Bridge.SLOTS];
        Configuration configuration =
                Objects.requireNonNull(Configuration.read(List.of(), "h").configuration());
        DnsSettings keep = new DnsSettings(DnsSettings.KEEP, DnsSettings.KEEP);
        return new Weaver(new HookSlots(
                functions, new AgentNode(configuration, DnsPolicy.set(keep, new Class<?>[0])), new ServletClasses()));
    }

    /** The class files of the container's adapter: its own class, and all of its prefix that these lead to. */
    private Map<String, byte[]> adapter() {
        String prefix = container.classPrefix().replace('.', '/');
        Map<String, byte[]> found = new TreeMap<>();
        List<String> pending = new ArrayList<>(List.of(container.adapterClass().replace('.', '/')));
        while (!pending.isEmpty()) {
            String name = pending.remove(0);
            byte[] bytes = Objects.requireNonNull(ClassPath.ours(name), name);
            found.put(name, bytes);
            References.of(bytes).stream()
                    .map(Reference::owner)
                    .filter(owner -> owner.startsWith(prefix) && !found.containsKey(owner))
                    .filter(owner -> !pending.contains(owner))
                    .forEach(pending::add);
        }
        return found;
    }
}
