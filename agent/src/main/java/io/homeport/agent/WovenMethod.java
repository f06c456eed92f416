package io.homeport.agent;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes the call of one {@link HookPoint} into a method. */
final class WovenMethod extends MethodVisitor {
    /** Slot, two objects, and what stands on the stack before a return; or slot and four objects. */
    private static final int EXTRA_STACK = 5;

    private static final String HTTP_FIELDS = "org/eclipse/jetty/server/internal/ResponseHttpFields";

    private final HookPoint point;
    private final int slot;
    private final boolean mapped;
    private boolean passed;

    /** @param mapped whether the class is of a version that has stack maps */
    WovenMethod(MethodVisitor next, HookPoint point, int slot, boolean mapped) {
        super(Opcodes.ASM9, next);
        this.point = point;
        this.slot = slot;
        this.mapped = mapped;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        switch (point.placement()) {
            case ENTRY -> {
                writeCall();
                super.visitInsn(Opcodes.POP);
            }
            case ENTRY_RETURN -> writeEarlyReturn(Opcodes.NOP, Opcodes.RETURN);
            case ENTRY_RETURN_FALSE -> writeEarlyReturn(Opcodes.ICONST_0, Opcodes.IRETURN);
            case ENTRY_RETURN_TRUE -> writeEarlyReturn(Opcodes.ICONST_1, Opcodes.IRETURN);
            case ENTRY_REPLACE_FIRST -> writeReplacement();
            case ENTRY_SERVE -> writeService();
            default -> {
                // The others are written before the returns.
            }
        }
    }

    @Override
    public void visitInsn(int opcode) {
        boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        if (returns && point.placement() == Placement.EXIT) {
            writeCall();
            super.visitInsn(Opcodes.POP);
        } else if (returns && point.placement() == Placement.EXIT_FALSE) {
            // The result stands on the stack already and is the first argument.
            writeArguments();
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.NAME, Bridge.EXIT, Bridge.EXIT_DESCRIPTOR, false);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (point.placement() == Placement.CALL_REPLACE_FIRST
                && point.values().contains(new HookPoint.Passed(owner, name, descriptor))) {
            writePassed(Type.getArgumentTypes(descriptor)[0].getInternalName());
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    /** Both arguments stand on the stack; no branch and no local variable, so no frame of the method's is touched. */
    private void writePassed(String type) {
        super.visitInsn(Opcodes.DUP_X1);
        super.visitIntInsn(Opcodes.SIPUSH, slot);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.NAME, Bridge.FIRST, Bridge.FIRST_DESCRIPTOR, false);
        super.visitTypeInsn(Opcodes.CHECKCAST, type);
        super.visitInsn(Opcodes.SWAP);
        passed = true;
    }

    @Override
    public void visitEnd() {
        super.visitEnd();
        if (point.placement() == Placement.CALL_REPLACE_FIRST && !passed) {
            StandardError.line(point.method() + " has no call of " + point.values() + "; not hooked");
        }
    }

    private void writeCall() {
        writeArguments();
        super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.NAME, Bridge.CALL, Bridge.CALL_DESCRIPTOR, false);
    }

    private void write(HookPoint.Value value) {
        if (value instanceof HookPoint.Argument argument) {
            super.visitVarInsn(Opcodes.ALOAD, argument.slot());
        } else if (value instanceof HookPoint.FieldOfThis field) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitFieldInsn(Opcodes.GETFIELD, field.owner(), field.name(), field.descriptor());
        } else if (value instanceof HookPoint.Nothing) {
            super.visitInsn(Opcodes.ACONST_NULL);
        } else {
            writeMutableHeaders();
        }
    }

    private void writeMutableHeaders() {
        String response = "org/eclipse/jetty/server/internal/HttpChannelState$ChannelResponse";
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitFieldInsn(Opcodes.GETFIELD, response, "_httpFields", "L" + HTTP_FIELDS + ";");
        super.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                HTTP_FIELDS,
                "getMutableHttpFields",
                "()Lorg/eclipse/jetty/http/HttpFields$Mutable;",
                false);
    }

    private void writeEarlyReturn(int result, int leave) {
        Label goOn = new Label();
        writeCall();
        super.visitJumpInsn(Opcodes.IFNULL, goOn);
        super.visitInsn(result);
        super.visitInsn(leave);
        writeLabel(goOn);
    }

    private void writeService() {
        Label goOn = new Label();
        writeArguments();
        super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.NAME, Bridge.SERVE, Bridge.SERVE_DESCRIPTOR, false);
        super.visitJumpInsn(Opcodes.IFEQ, goOn);
        super.visitInsn(Opcodes.RETURN);
        writeLabel(goOn);
    }

    private void writeReplacement() {
        String type =
                Type.getArgumentTypes(point.method().substring(point.method().indexOf('(')))[0].getInternalName();
        Label keep = new Label();
        Label goOn = new Label();
        writeCall();
        super.visitInsn(Opcodes.DUP);
        super.visitJumpInsn(Opcodes.IFNULL, keep);
        super.visitTypeInsn(Opcodes.CHECKCAST, type);
        super.visitVarInsn(Opcodes.ASTORE, 1);
        super.visitJumpInsn(Opcodes.GOTO, goOn);
        super.visitLabel(keep);
        if (mapped) {
            super.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Object"});
        }
        super.visitInsn(Opcodes.POP);
        writeLabel(goOn);
    }

    private void writeArguments() {
        super.visitIntInsn(Opcodes.SIPUSH, slot);
        for (HookPoint.Value value : point.values()) {
            write(value);
        }
    }

    /** The instruction after the frame keeps it apart from a frame that the method itself may begin with. */
    private void writeLabel(Label label) {
        super.visitLabel(label);
        if (mapped) {
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
        super.visitInsn(Opcodes.NOP);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + EXTRA_STACK, maxLocals);
    }
}
