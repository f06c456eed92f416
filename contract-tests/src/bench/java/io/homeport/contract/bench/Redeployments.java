package io.homeport.contract.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Deploys the contract application again and again, each time in a class loader of its own, and tells what is left. */
final class Redeployments {
    private static final int ROUNDS = 50;

    private Redeployments() {}

    /** A running server. */
    interface Server {
        int port();

        /** Deploys at {@code /app} the servlet that the loader has; closing takes it away. */
        AutoCloseable deploy(ClassLoader loader) throws Exception;
    }

    static void run(Server server) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        loaders.add(round(server));
        int first = slots();
        while (loaders.size() < ROUNDS) {
            loaders.add(round(server));
        }
        System.out.println("bench slots used: " + (slots() - first) + " by " + (ROUNDS - 1) + " more deployments");
        System.out.println("bench loaders left: " + left(loaders) + " of " + ROUNDS + ".");
        System.exit(0);
    }

    private static WeakReference<ClassLoader> round(Server server) throws Exception {
        ClassLoader loader = new OwnClasses();
        AutoCloseable deployment = server.deploy(loader);
        String answer = request(server.port());
        if (!answer.startsWith("HTTP/1.1 200") || !answer.contains("HOMEPORT=n1") || !answer.contains("visit 1")) {
            BenchSettings.fail(answer);
        }
        deployment.close();
        return new WeakReference<>(loader);
    }

    private static String request(int port) throws IOException {
        String head = "GET /app/session/create HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** How many hooks the bridge holds. */
    private static int slots() throws ReflectiveOperationException {
        Object hooks = Class.forName("java.lang.$Homeport").getField("HOOKS").get(null);
        int used = 0;
        for (int i = 0; i < Array.getLength(hooks); i++) {
            used += Array.get(hooks, i) == null ? 0 : 1;
        }
        return used;
    }

    private static long left(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        ReferenceQueue<Object> pause = new ReferenceQueue<>();
        for (int i = 0; i < 40 && count(loaders) > 0; i++) {
            System.gc();
            pause.remove(250);
        }
        return count(loaders);
    }

    private static long count(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    /** Has the application's classes itself, as a web application's loader has. */
    private static final class OwnClasses extends URLClassLoader {
        private static final String OWN = Redeployments.class.getPackageName() + ".";

        OwnClasses() {
            super(
                    new URL[] {
                        Redeployments.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    Redeployments.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(OWN)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
