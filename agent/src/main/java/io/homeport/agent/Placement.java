package io.homeport.agent;

/** How a call is woven into a method. In every case a call that fails changes nothing. */
enum Placement {
    /** At entry; the answer is ignored. */
    ENTRY,
    /** Before every return; the answer is ignored. */
    EXIT,
    /** At entry; anything but null ends the method, which returns nothing. */
    ENTRY_RETURN,
    /** At entry; anything but null ends the method with {@code false}. */
    ENTRY_RETURN_FALSE,
    /** At entry; anything but null ends the method with {@code true}. */
    ENTRY_RETURN_TRUE,
    /** At entry; anything but null takes the place of the first argument. */
    ENTRY_REPLACE_FIRST,
    /** Where the method calls another with two arguments; anything but null takes the place of the first. */
    CALL_REPLACE_FIRST,
    /** Before every return of {@code true}; anything but null makes it {@code false}. */
    EXIT_FALSE,
    /** At entry, with four objects; ends the method, which returns nothing, where all that it does has been done. */
    ENTRY_SERVE
}
