package io.homeport.contract;

/** One running node, whatever it is made of. */
interface NodeUnderTest extends AutoCloseable {

    Reply send(Ask ask);

    /** Puts the node on hold as an operator would. */
    void hold();

    void release();

    /** What the node has written. */
    LogLines log();

    @Override
    void close();
}
