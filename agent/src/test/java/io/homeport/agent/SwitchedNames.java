package io.homeport.agent;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The names of classes that a class of ours tells apart by a switch. */
final class SwitchedNames extends ClassVisitor {
    private final Set<String> names = new TreeSet<>();

    private SwitchedNames() {
        super(Opcodes.ASM9);
    }

    static Set<String> of(Class<?> type) {
        SwitchedNames found = new SwitchedNames();
        byte[] bytes = ClassPath.ours(type.getName().replace('.', '/'));
        new ClassReader(Objects.requireNonNull(bytes)).accept(found, ClassReader.SKIP_DEBUG);
        return found.names;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            private String last = "";

            @Override
            public void visitLdcInsn(Object value) {
                last = String.valueOf(value);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                if (owner.equals("java/lang/String") && name.equals("equals")) {
                    names.add(last);
                }
            }
        };
    }
}
