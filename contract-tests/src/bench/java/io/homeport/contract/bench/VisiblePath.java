package io.homeport.contract.bench;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** What an application sees of a jar whose class files bear another ending. */
final class VisiblePath {
    private static final String ENDING = ".classdata";

    private VisiblePath() {}

    /** Names every class of the jar that a loader of the application finds, and those of ours that call it. */
    static void serve(HttpServletResponse response) throws IOException {
        List<String> seen = new ArrayList<>();
        ClassLoader[] loaders = {
            ClassLoader.getSystemClassLoader(),
            VisiblePath.class.getClassLoader(),
            Thread.currentThread().getContextClassLoader()
        };
        int asked = 0;
        try (JarFile jar = new JarFile(System.getProperty("bench.jar"))) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().endsWith(ENDING)) {
                    String path = entry.getName().substring("homeport/".length());
                    String type = path.substring(0, path.length() - ENDING.length());
                    asked++;
                    for (ClassLoader loader : loaders) {
                        if (finds(loader, type)) {
                            seen.add(type);
                        }
                    }
                }
            }
        }
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            String type = frame.getClassName();
            if (type.contains("omeport") && !type.startsWith("io.homeport.contract.")) {
                frames.add(type);
            }
        }
        ContractServlet.write(
                response, "asked " + (asked > 50 ? "all" : asked) + ", seen " + seen + ", frames " + frames);
    }

    private static boolean finds(ClassLoader loader, String type) {
        if (loader.getResource(type + ".class") != null) {
            return true;
        }
        try {
            Class.forName(type.replace('/', '.'), false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
