package io.homeport.contract;

/** A node in a container of its own. */
final class ContainerNode implements NodeUnderTest {
    private final ChildProcess jvm;
    private final String token;
    private final int port;
    private final Client traffic;
    private final RawClient management;

    ContainerNode(ServerProcess server, String token) {
        this(server, token, Protocol.HTTP_1_1);
    }

    ContainerNode(ServerProcess server, String token, Protocol protocol) {
        this.jvm = server.jvm();
        this.token = token;
        this.management = new RawClient(portAfter(jvm.log().await("management at http://127.0.0.1:"), "127.0.0.1:"));
        this.port = server.awaitPort();
        this.traffic = protocol.client(port);
    }

    private static int portAfter(String line, String text) {
        return Integer.parseInt(
                line.substring(line.indexOf(text) + text.length()).strip());
    }

    @Override
    public Reply send(Ask ask) {
        return traffic.send(ask);
    }

    /** Where it takes requests. */
    int port() {
        return port;
    }

    /** Speaks to it as its clients do. */
    Client client() {
        return traffic;
    }

    /** Asks the management listener, with the token. */
    Reply manage(Ask ask) {
        return managePlainly(token.isEmpty() ? ask : ask.header("Authorization", "Bearer " + token));
    }

    /** Asks the management listener without a token. */
    Reply managePlainly(Ask ask) {
        return management.send(ask);
    }

    @Override
    public void hold() {
        change("hold", "on-hold");
    }

    @Override
    public void release() {
        change("release", "active");
    }

    private void change(String action, String state) {
        Reply reply = manage(Ask.of("POST", "/node/" + action));
        if (!reply.body().equals("{\"state\":\"" + state + "\"}\n")) {
            throw new AssertionError(action + " failed: " + reply);
        }
    }

    ChildProcess jvm() {
        return jvm;
    }

    @Override
    public LogLines log() {
        return jvm.log();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
