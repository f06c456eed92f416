package io.homeport.agent;

import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.function.BiFunction;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The one class that woven code refers to, defined into {@code java.lang} so that every class loader and module sees it. It
 * holds an array of functions and calls them, catching whatever they throw; it knows JDK types only.
 */
final class Bridge {
    /** Internal name of the class. */
    static final String NAME = "java/lang/$Homeport";

    /** {@code Object call(int slot, Object a, Object b)}: the function's answer, null where it failed. */
    static final String CALL = "call";

    static final String CALL_DESCRIPTOR = "(ILjava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";

    /** {@code boolean exit(boolean result, int slot, Object a, Object b)}: calls only where the result is true. */
    static final String EXIT = "exit";

    static final String EXIT_DESCRIPTOR = "(ZILjava/lang/Object;Ljava/lang/Object;)Z";

    /** {@code Object first(Object a, Object b, int slot)}: the function's answer, or {@code a} where that is null. */
    static final String FIRST = "first";

    static final String FIRST_DESCRIPTOR = "(Ljava/lang/Object;Ljava/lang/Object;I)Ljava/lang/Object;";

    /**
     * {@code boolean serve(int slot, Object target, Object request, Object response, Object chain)}: calls, where there is a
     * function, with the target and an array of the other three. False where it answers null, true where it answers
     * anything else; but a Throwable that it answers is thrown.
     */
    static final String SERVE = "serve";

    static final String SERVE_DESCRIPTOR =
            "(ILjava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z";

    /** How many functions there can be; a JVM with one container needs about six. */
    static final int SLOTS = 1024;

    private static final String HOOKS = "HOOKS";
    private static final String FUNCTION = "java/util/function/BiFunction";
    private static final String FUNCTIONS = "[L" + FUNCTION + ";";

    private Bridge() {}

    /** Defines the class and returns its array. Needs {@link OpenedModules}. */
    @SuppressWarnings("unchecked")
    static BiFunction<Object, Object, Object>[] define() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
            Class<?> bridge = lookup.defineClass(bytes());
            return (BiFunction<Object, Object, Object>[])
                    Objects.requireNonNull(bridge.getField(HOOKS).get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot define " + NAME, e);
        }
    }

    private static byte[] bytes() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        // Java 5: the last version whose methods need no stack maps.
        writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, NAME, null, "java/lang/Object", null);
        int constant = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(constant, HOOKS, FUNCTIONS, null, null).visitEnd();
        writeInitializer(writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null));
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        writeCall(writer.visitMethod(access, CALL, CALL_DESCRIPTOR, null, null));
        writeExit(writer.visitMethod(access, EXIT, EXIT_DESCRIPTOR, null, null));
        writeFirst(writer.visitMethod(access, FIRST, FIRST_DESCRIPTOR, null, null));
        writeServe(writer.visitMethod(access, SERVE, SERVE_DESCRIPTOR, null, null));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void writeInitializer(MethodVisitor code) {
        code.visitCode();
        code.visitIntInsn(Opcodes.SIPUSH, SLOTS);
        code.visitTypeInsn(Opcodes.ANEWARRAY, FUNCTION);
        code.visitFieldInsn(Opcodes.PUTSTATIC, NAME, HOOKS, FUNCTIONS);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void writeCall(MethodVisitor code) {
        Label start = new Label();
        Label end = new Label();
        Label failed = new Label();
        code.visitCode();
        code.visitTryCatchBlock(start, end, failed, Type.getInternalName(Throwable.class));
        code.visitLabel(start);
        code.visitFieldInsn(Opcodes.GETSTATIC, NAME, HOOKS, FUNCTIONS);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitInsn(Opcodes.AALOAD);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        String apply = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, FUNCTION, "apply", apply, true);
        code.visitLabel(end);
        code.visitInsn(Opcodes.ARETURN);
        code.visitLabel(failed);
        code.visitInsn(Opcodes.POP);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void writeServe(MethodVisitor code) {
        Label none = new Label();
        Label passed = new Label();
        Label done = new Label();
        code.visitCode();
        code.visitFieldInsn(Opcodes.GETSTATIC, NAME, HOOKS, FUNCTIONS);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitInsn(Opcodes.AALOAD);
        code.visitJumpInsn(Opcodes.IFNULL, none);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        writeArray(code);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, CALL, CALL_DESCRIPTOR, false);
        code.visitInsn(Opcodes.DUP);
        code.visitJumpInsn(Opcodes.IFNULL, passed);
        code.visitInsn(Opcodes.DUP);
        code.visitTypeInsn(Opcodes.INSTANCEOF, Type.getInternalName(Throwable.class));
        code.visitJumpInsn(Opcodes.IFEQ, done);
        code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(Throwable.class));
        code.visitInsn(Opcodes.ATHROW);
        code.visitLabel(done);
        code.visitInsn(Opcodes.POP);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(passed);
        code.visitInsn(Opcodes.POP);
        code.visitLabel(none);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** The arguments after the target, in an array of three. */
    private static void writeArray(MethodVisitor code) {
        code.visitInsn(Opcodes.ICONST_3);
        code.visitTypeInsn(Opcodes.ANEWARRAY, Type.getInternalName(Object.class));
        for (int i = 0; i < 3; i++) {
            code.visitInsn(Opcodes.DUP);
            code.visitInsn(Opcodes.ICONST_0 + i);
            code.visitVarInsn(Opcodes.ALOAD, 2 + i);
            code.visitInsn(Opcodes.AASTORE);
        }
    }

    private static void writeExit(MethodVisitor code) {
        Label isFalse = new Label();
        code.visitCode();
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.IFEQ, isFalse);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitVarInsn(Opcodes.ALOAD, 3);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, CALL, CALL_DESCRIPTOR, false);
        code.visitJumpInsn(Opcodes.IFNONNULL, isFalse);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(isFalse);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void writeFirst(MethodVisitor code) {
        Label keep = new Label();
        code.visitCode();
        code.visitVarInsn(Opcodes.ILOAD, 2);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, CALL, CALL_DESCRIPTOR, false);
        code.visitInsn(Opcodes.DUP);
        code.visitJumpInsn(Opcodes.IFNULL, keep);
        code.visitInsn(Opcodes.ARETURN);
        code.visitLabel(keep);
        code.visitInsn(Opcodes.POP);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
