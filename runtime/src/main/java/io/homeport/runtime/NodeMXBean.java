package io.homeport.runtime;

/** The node as JMX shows it: {@code io.homeport:type=Node}. Public because JMX asks that of an MXBean. */
public interface NodeMXBean {

    /** The node's id. */
    String getNode();

    /** The state's name as in health answers, such as {@code on-hold}. */
    String getState();

    /** {@code primary} or {@code backup}. */
    String getRole();

    /** Home sessions now. */
    int getSessions();

    /** Requests in flight now. */
    int getInFlight();

    /** Takes the node out for new sessions; returns the state that follows, as all operations do. */
    String hold();

    /** Takes that back. */
    String release();

    /** Makes this instance its node's primary; an error where {@code role.lock} decides. */
    String promote();

    /** Makes this instance a backup. */
    String demote();
}
