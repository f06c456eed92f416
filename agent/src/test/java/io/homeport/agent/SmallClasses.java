package io.homeport.agent;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources in memory and loads them, woven where a test says so. */
final class SmallClasses extends ClassLoader {
    private final Map<String, byte[]> classFiles = new HashMap<>();

    SmallClasses(String... sources) {
        super(null);
        List<JavaFileObject> units = new ArrayList<>();
        for (String source : sources) {
            units.add(new Source(source));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileManager files = new InMemory(compiler.getStandardFileManager(null, null, null), classFiles);
        if (!compiler.getTask(null, files, null, List.of("-proc:none"), null, units)
                .call()) {
            throw new IllegalArgumentException("does not compile");
        }
    }

    /** Weaves the class of that internal name, before it is first used. */
    void weave(Weaver weaver, String type) {
        change(type, bytes -> weaver.weave(this, type, bytes));
    }

    /** Changes the class file of that internal name, before it is first used. */
    void change(String type, UnaryOperator<byte[]> change) {
        classFiles.computeIfPresent(type.replace('/', '.'), (name, bytes) -> change.apply(bytes));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classFiles.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        /** A first line such as {@code // a.b.C} names the type. */
        Source(String text) {
            super(
                    URI.create("mem:///"
                            + text.lines()
                                    .findFirst()
                                    .orElseThrow()
                                    .substring(3)
                                    .replace('.', '/') + ".java"),
                    Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classFiles;

        InMemory(JavaFileManager files, Map<String, byte[]> classFiles) {
            super(files);
            this.classFiles = classFiles;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classFiles.put(className, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
