package io.homeport.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the calls of a container's {@link HookPoint}s into its class files. Only method bodies change, so that classes
 * already loaded can be woven too; stack maps are written by hand, so that nothing has to be loaded to compute them.
 */
final class Weaver {
    private final HookSlots slots;

    Weaver(HookSlots slots) {
        this.slots = slots;
    }

    /**
     * The woven class file of a container, null for an interface and for what only bears a container's name; a method that
     * is missing is reported and left out.
     */
    byte @Nullable [] weave(ClassLoader loader, String type, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if (isInterface(reader) || isNamesake(type, reader)) {
            return null;
        }
        WovenClass woven =
                new WovenClass(new ClassWriter(reader, 0), loader, Container.of(type, reader.getSuperName()));
        woven.add(woven.container.hookPoints(type));
        reader.accept(woven, 0);
        for (HookPoint missing : woven.pending) {
            if (missing.isNeeded()) {
                StandardError.line(type.replace('/', '.') + " has no " + missing.method() + " (" + missing.hook()
                        + "); not hooked");
            }
        }
        return woven.bytes();
    }

    /** The woven class file of a servlet or filter, null for what is neither. */
    byte @Nullable [] weaveServlet(ClassLoader loader, String type, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if (isInterface(reader)) {
            return null;
        }
        // The slots of both namespaces are the same.
        WovenClass woven = new WovenClass(new ClassWriter(reader, 0), loader, Container.SERVLETS_JAKARTA);
        woven.add(Container.SERVLETS_JAKARTA.hookPoints(type));
        woven.add(Container.SERVLETS_JAVAX.hookPoints(type));
        int all = woven.pending.size();
        reader.accept(woven, 0);
        return woven.pending.size() == all ? null : woven.bytes();
    }

    /** Jetty 12 has an interface of the name of a class of Jetty 9. */
    private static boolean isInterface(ClassReader reader) {
        return (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
    }

    /** GlassFish and Payara grew out of Tomcat and kept names of classes that have little else in common by now. */
    private static boolean isNamesake(String type, ClassReader reader) {
        return switch (type) {
            case "org/apache/catalina/connector/CoyoteAdapter" ->
                reader.getSuperName().startsWith("org/glassfish/");
            case "org/apache/catalina/core/StandardContext" -> isServletContext(reader);
            default -> false;
        };
    }

    /** No lambda: this runs while a class is being defined. */
    private static boolean isServletContext(ClassReader reader) {
        for (String type : reader.getInterfaces()) {
            if (type.endsWith("/servlet/ServletContext")) {
                return true;
            }
        }
        return false;
    }

    private final class WovenClass extends ClassVisitor {
        private final ClassWriter writer;
        private final ClassLoader loader;
        private final Container container;
        private final List<HookPoint> points = new ArrayList<>();
        /** Those that no method has been found for yet. */
        private final List<HookPoint> pending = new ArrayList<>();
        // Told before any method is visited.
        private boolean mapped;

        WovenClass(ClassWriter writer, ClassLoader loader, Container container) {
            super(Opcodes.ASM9, writer);
            this.writer = writer;
            this.loader = loader;
            this.container = container;
        }

        void add(List<HookPoint> added) {
            points.addAll(added);
            pending.addAll(added);
        }

        byte[] bytes() {
            return writer.toByteArray();
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            mapped = (version & 0xFFFF) >= Opcodes.V1_6;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean bodiless = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0;
            // The point listed first is the innermost: its own returns do not pass through the others.
            for (int i = 0; !bodiless && i < points.size(); i++) {
                HookPoint point = points.get(i);
                if (point.isMethod(name, descriptor) && point.fits(access)) {
                    pending.remove(point);
                    code = new WovenMethod(code, point, slots.slot(loader, container, point.hook()), mapped);
                }
            }
            return code;
        }
    }
}
