package io.homeport;

import java.time.Duration;

/**
 * How the node is run.
 *
 * @param sessionMax how many sessions it takes, {@link Sessions#UNLIMITED} for as many as come
 * @param stopNotice how long it goes on serving after SIGTERM
 * @param holdFile a path; while a file is there the node is on hold; empty for none
 * @param roleLock what decides who is primary, empty for the configuration and the operator; may hold a password
 * @param lockLease after which another instance has taken the lock of one that has gone
 */
public record OperationSettings(
        int sessionMax, Duration stopNotice, String holdFile, String roleLock, Duration lockLease) {

    @Override
    public String toString() {
        return "OperationSettings[sessionMax=" + sessionMax + ", stopNotice=" + stopNotice + ", holdFile=" + holdFile
                + "]";
    }
}
