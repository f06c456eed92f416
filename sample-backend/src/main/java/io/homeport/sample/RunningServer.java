package io.homeport.sample;

/** A server that accepts requests. */
interface RunningServer {

    /** The port it listens on, as the system chose it where 0 was asked for. */
    int port();

    /** Stops listening and ends the application. */
    void stop() throws Exception;
}
