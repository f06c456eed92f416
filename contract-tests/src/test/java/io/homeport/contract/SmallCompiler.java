package io.homeport.contract;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what runs in the JVMs that tests start. */
final class SmallCompiler {
    private SmallCompiler() {}

    /** Compiles against jars on the class path. */
    static void compile(List<Path> sources, Path classes, List<Path> jars) throws IOException {
        compile(sources, classes, "-cp", jars);
    }

    /** Compiles sources with a module-info among them. */
    static void compileModule(List<Path> sources, Path classes, List<Path> modules) throws IOException {
        compile(sources, classes, "--module-path", modules);
    }

    private static void compile(List<Path> sources, Path classes, String kind, List<Path> jars) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-proc:none", "-nowarn", "-d", classes.toString(), kind, path(jars)));
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(errors, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("the contract application does not compile:\n" + errors);
            }
        }
    }

    /** As a class path or module path is written. */
    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
