package io.homeport.runtime;

/** Does something later. */
interface Alarm {

    /** Runs the work after that time; what it gives back calls it off. */
    Runnable in(long millis, Runnable work);
}
