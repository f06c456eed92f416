package io.homeport.agent;

import java.util.function.BiFunction;

/** The bridge of this JVM, which can be defined but once. */
final class SharedBridge {
    static final BiFunction<Object, Object, Object>[] FUNCTIONS = Bridge.define();

    private SharedBridge() {}
}
