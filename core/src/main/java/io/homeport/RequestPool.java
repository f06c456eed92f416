package io.homeport;

/** The request threads of one container, as it counts them. Thread-safe. */
public interface RequestPool {

    /** How many are at work now. */
    int busy();

    /** How many there can be; 0 or less where that is not known. */
    int max();
}
