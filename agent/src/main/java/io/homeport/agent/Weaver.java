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

    /** The woven class file, null for an interface; a method that is missing is reported and left out. */
    byte @Nullable [] weave(ClassLoader loader, String type, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if ((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0) {
            // Jetty 12 has an interface of the name of a class of Jetty 9.
            return null;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        WovenClass woven = new WovenClass(writer, loader, Container.of(type, reader.getSuperName()));
        woven.pending.addAll(woven.container.hookPoints(type));
        reader.accept(woven, 0);
        for (HookPoint missing : woven.pending) {
            StandardError.line(
                    type.replace('/', '.') + " has no " + missing.method() + " (" + missing.hook() + "); not hooked");
        }
        return writer.toByteArray();
    }

    private final class WovenClass extends ClassVisitor {
        private final ClassLoader loader;
        private final Container container;
        private final List<HookPoint> pending;

        WovenClass(ClassVisitor next, ClassLoader loader, Container container) {
            super(Opcodes.ASM9, next);
            this.loader = loader;
            this.container = container;
            this.pending = new ArrayList<>();
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
            // The point listed first is the innermost: its own returns do not pass through the others.
            for (int i = 0; i < pending.size(); i++) {
                HookPoint point = pending.get(i);
                if (point.isMethod(name, descriptor)) {
                    pending.remove(i--);
                    code = new WovenMethod(code, point, slots.slot(loader, container, point.hook()));
                }
            }
            return code;
        }
    }
}
