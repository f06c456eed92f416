package io.homeport.agent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Collects what a class file has the JVM resolve. */
final class References extends ClassVisitor {
    private final Set<Reference> found = new LinkedHashSet<>();

    private References() {
        super(Opcodes.ASM9);
    }

    static Set<Reference> of(byte[] classFile) {
        References references = new References();
        new ClassReader(classFile).accept(references, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return references.found;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            String superName,
            String @Nullable [] interfaces) {
        addType(superName);
        for (String each : interfaces == null ? new String[0] : interfaces) {
            addType(each);
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Body();
    }

    private void addType(String name) {
        addType(Type.getObjectType(name));
    }

    private void addType(Type type) {
        Type plain = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (plain.getSort() == Type.METHOD) {
            addType(plain.getReturnType());
            List.of(plain.getArgumentTypes()).forEach(this::addType);
        } else if (plain.getSort() == Type.OBJECT) {
            found.add(new Reference(plain.getInternalName(), "", Reference.Manner.TYPE));
        }
    }

    private void addMember(String owner, String member, Reference.Manner manner) {
        if (!owner.startsWith("[")) {
            found.add(new Reference(owner, member, manner));
        }
    }

    private void addConstant(Object value) {
        if (value instanceof Type type) {
            addType(type);
        } else if (value instanceof Handle handle) {
            addHandle(handle);
        } else if (value instanceof ConstantDynamic) {
            throw new IllegalStateException("javac writes no dynamic constants: " + value);
        }
    }

    private void addHandle(Handle handle) {
        Reference.Manner method =
                handle.getTag() == Opcodes.H_INVOKESTATIC ? Reference.Manner.STATIC_METHOD : Reference.Manner.METHOD;
        addMember(
                handle.getOwner(),
                handle.getName() + handle.getDesc(),
                handle.isInterface() ? Reference.Manner.INTERFACE_METHOD : method);
    }

    private final class Body extends MethodVisitor {
        Body() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            addType(type);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            addType(Type.getType(descriptor));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            addMember(
                    owner, name + ":" + descriptor, isStatic ? Reference.Manner.STATIC_FIELD : Reference.Manner.FIELD);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            Reference.Manner manner =
                    opcode == Opcodes.INVOKESTATIC ? Reference.Manner.STATIC_METHOD : Reference.Manner.METHOD;
            addMember(owner, name + descriptor, isInterface ? Reference.Manner.INTERFACE_METHOD : manner);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            addType(Type.getType(descriptor));
            for (Object argument : arguments) {
                addConstant(argument);
            }
            if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
                String lambda = Type.getReturnType(descriptor).getInternalName();
                addMember(lambda, name + arguments[0], Reference.Manner.INTERFACE_METHOD);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            addConstant(value);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            if (type != null) {
                addType(type);
            }
        }
    }
}
