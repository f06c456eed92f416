package io.homeport.contract;

/** Speaks one protocol to a node. Each call opens a connection of its own. */
interface Client {

    Reply send(Ask ask);

    /** Sends two requests over one connection; the second shows whether the first left it in order. */
    Reply sendTwice(Ask first, Ask second);
}
