package io.homeport.agent;

/**
 * What one class says of another.
 *
 * @param owner internal name of the class
 * @param member empty where the class itself is meant, else a method as in {@code start()V} or a field as in {@code port:I}
 */
record Reference(String owner, String member, Manner manner) {
    /** What the member's owner has to be for the JVM to resolve it. */
    enum Manner {
        TYPE,
        FIELD,
        STATIC_FIELD,
        METHOD,
        STATIC_METHOD,
        INTERFACE_METHOD
    }

    boolean isStatic() {
        return manner == Manner.STATIC_FIELD || manner == Manner.STATIC_METHOD;
    }

    boolean isMethod() {
        return member.indexOf('(') >= 0;
    }

    @Override
    public String toString() {
        return owner.replace('/', '.') + (member.isEmpty() ? "" : " " + member);
    }
}
