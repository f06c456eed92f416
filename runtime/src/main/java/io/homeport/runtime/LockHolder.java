package io.homeport.runtime;

/**
 * Who wants a lock.
 *
 * @param node the node that has one primary
 * @param name this instance, as no other is called
 */
record LockHolder(String node, String name, LockTimes times) {}
