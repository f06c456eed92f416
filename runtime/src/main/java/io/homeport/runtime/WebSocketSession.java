package io.homeport.runtime;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session of {@code javax.websocket}, {@code jakarta.websocket} or Jetty's own API, none of which can be seen from here.
 *
 * @param api the interface of that API
 */
record WebSocketSession(Object session, Class<?> api) {
    private static final String SESSION = ".websocket.Session";
    private static final String SERVER = ".websocket.server.ServerContainer";
    private static final String JETTY = "org.eclipse.jetty.websocket.api.Session";
    private static final String REASON = "the server is about to stop";

    /** In the registry of IANA. */
    private static final int SERVICE_RESTART = 1012;

    static WebSocketSession of(Object session) throws ReflectiveOperationException {
        Class<?> api = typeThatEndsWith(SESSION, session.getClass());
        if (api == null) {
            api = typeThatEndsWith(JETTY, session.getClass());
        }
        if (api == null) {
            throw new ClassNotFoundException(session.getClass() + " (expected: a WebSocket session)");
        }
        return new WebSocketSession(session, api);
    }

    private boolean isJettys() {
        return api.getName().equals(JETTY);
    }

    boolean isOpen() throws ReflectiveOperationException {
        return Boolean.TRUE.equals(api.getMethod("isOpen").invoke(session));
    }

    /** Whether a client has opened it, as opposed to the application, which may be a client itself. */
    boolean isServed() throws ReflectiveOperationException {
        if (isJettys()) {
            return isServedByJetty();
        }
        Object container = Objects.requireNonNull(api.getMethod("getContainer").invoke(session));
        return typeThatEndsWith(SERVER, container.getClass()) != null && !isClientOfUndertow();
    }

    /** 9.4 says it in the session's policy, later ones in what lies below the session. */
    private boolean isServedByJetty() throws ReflectiveOperationException {
        boolean old = List.of(api.getMethods()).stream()
                .anyMatch(method -> method.getName().equals("getPolicy"));
        Method below = old ? api.getMethod("getPolicy") : session.getClass().getMethod("getCoreSession");
        Object side = below.getReturnType().getMethod("getBehavior").invoke(below.invoke(session));
        return String.valueOf(side).equals("SERVER");
    }

    /** Undertow has one container for both. */
    private boolean isClientOfUndertow() throws ReflectiveOperationException {
        if (!session.getClass().getName().startsWith("io.undertow.")) {
            return false;
        }
        Method channel = session.getClass().getMethod("getWebSocketChannel");
        return Boolean.TRUE.equals(channel.getReturnType().getMethod("isClient").invoke(channel.invoke(session)));
    }

    /** Status 1012. */
    void closeForRestart() throws ReflectiveOperationException {
        if (isJettys()) {
            closeByJetty();
            return;
        }
        String reason = api.getPackageName() + ".CloseReason";
        ClassLoader loader = api.getClassLoader();
        Class<?> type = Class.forName(reason, true, loader);
        Class<?> code = Class.forName(reason + "$CloseCode", true, loader);
        Object restart = Class.forName(reason + "$CloseCodes", true, loader)
                .getField("SERVICE_RESTART")
                .get(null);
        Object why = type.getConstructor(code, String.class).newInstance(restart, REASON);
        api.getMethod("close", type).invoke(session, why);
    }

    /** 12 wants to be told whom to tell. */
    private void closeByJetty() throws ReflectiveOperationException {
        for (Method method : api.getMethods()) {
            Class<?>[] parameters = method.getParameterTypes();
            if (method.getName().equals("close") && parameters.length == 2) {
                method.invoke(session, SERVICE_RESTART, REASON);
                return;
            }
            if (method.getName().equals("close") && parameters.length == 3) {
                method.invoke(
                        session,
                        SERVICE_RESTART,
                        REASON,
                        parameters[2].getField("NOOP").get(null));
                return;
            }
        }
        throw new NoSuchMethodException(api + " close");
    }

    /** The type itself, or the nearest of those that it extends and implements, of such a name. */
    private static @Nullable Class<?> typeThatEndsWith(String name, Class<?> type) {
        Deque<Class<?>> pending = new ArrayDeque<>(List.of(type));
        while (!pending.isEmpty()) {
            Class<?> next = pending.remove();
            if (next.isInterface() && next.getName().endsWith(name)) {
                return next;
            }
            pending.addAll(List.of(next.getInterfaces()));
            if (next.getSuperclass() != null) {
                pending.add(next.getSuperclass());
            }
        }
        return null;
    }
}
