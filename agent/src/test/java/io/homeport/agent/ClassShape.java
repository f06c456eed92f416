package io.homeport.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What a class file declares.
 *
 * @param superName null for java.lang.Object alone
 * @param members access flags by {@code start()V} or {@code port:I}
 */
record ClassShape(
        String name, int access, @Nullable String superName, List<String> interfaces, Map<String, Integer> members) {

    static ClassShape of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Map<String, Integer> members = new HashMap<>();
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                members.put(name + descriptor, access);
                return null;
            }

            @Override
            public @Nullable FieldVisitor visitField(
                    int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
                members.put(name + ":" + descriptor, access);
                return null;
            }
        };
        reader.accept(visitor, ClassReader.SKIP_CODE);
        return new ClassShape(
                reader.getClassName(),
                reader.getAccess(),
                reader.getSuperName(),
                List.of(reader.getInterfaces()),
                members);
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    boolean isAbstract() {
        return (access & Opcodes.ACC_ABSTRACT) != 0;
    }
}
