package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
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
        Container container = Container.of(type, reader.getSuperName());
        List<HookPoint> pending = new ArrayList<>(container.hookPoints(type));
        byte[] woven = woven(reader, pending, hook -> slots.slot(loader, container, hook));
        for (HookPoint missing : pending) {
            StandardError.line(
                    type.replace('/', '.') + " has no " + missing.method() + " (" + missing.hook() + "); not hooked");
        }
        return woven;
    }

    /** The woven class file of a servlet or filter, null for what is neither. */
    byte @Nullable [] weaveServlet(String type, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if (isInterface(reader)) {
            return null;
        }
        List<HookPoint> pending = new ArrayList<>(Container.SERVLETS_JAKARTA.hookPoints(type));
        pending.addAll(Container.SERVLETS_JAVAX.hookPoints(type));
        int all = pending.size();
        byte[] woven = woven(reader, pending, slots::servletSlot);
        return pending.size() == all ? null : woven;
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
            case "org/apache/catalina/core/StandardContext" ->
                List.of(reader.getInterfaces()).stream().anyMatch(name -> name.endsWith("/servlet/ServletContext"));
            default -> false;
        };
    }

    /** Takes what is found off the list of pending points. */
    private static byte[] woven(ClassReader reader, List<HookPoint> pending, ToIntFunction<Hook> slots) {
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new WovenClass(writer, pending, slots), 0);
        return writer.toByteArray();
    }

    private static final class WovenClass extends ClassVisitor {
        private final List<HookPoint> pending;
        private final ToIntFunction<Hook> slots;
        // Told before any method is visited.
        private boolean mapped;

        WovenClass(ClassVisitor next, List<HookPoint> pending, ToIntFunction<Hook> slots) {
            super(Opcodes.ASM9, next);
            this.pending = pending;
            this.slots = slots;
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
            String method = name + descriptor;
            boolean woven = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
            // The point listed first is the innermost: its own returns do not pass through the others.
            for (int i = 0; woven && i < pending.size(); i++) {
                HookPoint point = pending.get(i);
                if (point.method().equals(method)) {
                    pending.remove(i--);
                    code = new WovenMethod(code, point, slots.applyAsInt(point.hook()), mapped);
                }
            }
            return code;
        }
    }
}
