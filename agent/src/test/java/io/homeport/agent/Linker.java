package io.homeport.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Resolves references as the JVM does when it first runs them, against jars whose classes are not loaded. */
final class Linker {
    private final ClassPath classes;

    Linker(ClassPath classes) {
        this.classes = classes;
    }

    /** Everything that class files of ours would find missing or changed in the jars. */
    List<String> problems(Map<String, byte[]> ours) {
        List<String> problems = new ArrayList<>();
        ours.forEach((name, bytes) -> {
            for (Reference reference : References.of(bytes)) {
                String problem = problem(name, reference);
                if (problem != null) {
                    problems.add(name.replace('/', '.') + " refers to " + reference + ": " + problem);
                }
            }
            for (String missing : unimplemented(ClassShape.of(bytes))) {
                problems.add(name.replace('/', '.') + " does not implement " + missing);
            }
        });
        return problems;
    }

    /** What keeps a class from resolving a reference, null for nothing; the JDK's and our own are the compiler's matter. */
    @Nullable
    String problem(String from, Reference reference) {
        if (reference.owner().startsWith("java/") || reference.owner().startsWith("io/homeport/")) {
            return null;
        }
        ClassShape owner = classes.shape(reference.owner());
        if (owner == null) {
            return "there is no such class";
        }
        if ((owner.access() & Opcodes.ACC_PUBLIC) == 0 && !samePackage(from, owner.name())) {
            return "the class is not public";
        }
        return reference.member().isEmpty() ? null : memberProblem(from, reference, owner);
    }

    private @Nullable String memberProblem(String from, Reference reference, ClassShape owner) {
        boolean wantsInterface = reference.manner() == Reference.Manner.INTERFACE_METHOD;
        if (reference.isMethod() && owner.isInterface() != wantsInterface) {
            return "it is " + (wantsInterface ? "no interface any more" : "an interface now");
        }
        for (ClassShape shape : supertypes(owner)) {
            Integer access = shape.members().get(reference.member());
            if (access != null) {
                return accessProblem(from, reference, shape, access);
            }
        }
        return "there is no such member";
    }

    private @Nullable String accessProblem(String from, Reference reference, ClassShape declaring, int access) {
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        if (!reference.manner().equals(Reference.Manner.INTERFACE_METHOD) && isStatic != reference.isStatic()) {
            return "it is " + (isStatic ? "static now" : "not static any more");
        }
        boolean visible = (access & Opcodes.ACC_PUBLIC) != 0
                || ((access & Opcodes.ACC_PRIVATE) == 0 && samePackage(from, declaring.name()))
                || ((access & Opcodes.ACC_PROTECTED) != 0 && extendsType(from, declaring));
        return visible ? null : "it is not accessible";
    }

    private boolean extendsType(String from, ClassShape type) {
        ClassShape shape = classes.shape(from);
        return shape != null && supertypes(shape).contains(type);
    }

    private static boolean samePackage(String a, String b) {
        return a.substring(0, a.lastIndexOf('/') + 1).equals(b.substring(0, b.lastIndexOf('/') + 1));
    }

    /** Abstract methods of a container that a class of ours, which need not be abstract itself, leaves open. */
    private List<String> unimplemented(ClassShape ours) {
        List<String> open = new ArrayList<>();
        if (ours.isAbstract()) {
            return open;
        }
        Set<ClassShape> all = supertypes(ours);
        for (ClassShape shape : all) {
            shape.members().forEach((member, access) -> {
                if ((access & Opcodes.ACC_ABSTRACT) != 0 && !isImplemented(member, all)) {
                    open.add(new Reference(shape.name(), member, Reference.Manner.METHOD).toString());
                }
            });
        }
        return open;
    }

    private static boolean isImplemented(String method, Set<ClassShape> shapes) {
        return shapes.stream()
                .map(shape -> shape.members().get(method))
                .anyMatch(access -> access != null && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0);
    }

    /** The class, its superclasses, then all their interfaces, and java.lang.Object for an interface. */
    private Set<ClassShape> supertypes(ClassShape start) {
        Set<ClassShape> all = new LinkedHashSet<>();
        for (ClassShape shape = start; shape != null; shape = above(shape)) {
            all.add(shape);
        }
        List<ClassShape> pending = new ArrayList<>(all);
        for (int i = 0; i < pending.size(); i++) {
            for (String each : pending.get(i).interfaces()) {
                ClassShape shape = classes.shape(each);
                if (shape != null && all.add(shape)) {
                    pending.add(shape);
                }
            }
        }
        return all;
    }

    private @Nullable ClassShape above(ClassShape shape) {
        return shape.superName() == null ? null : classes.shape(shape.superName());
    }
}
