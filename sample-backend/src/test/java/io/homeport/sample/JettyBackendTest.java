package io.homeport.sample;

final class JettyBackendTest extends SampleBackendContract {
    JettyBackendTest() throws Exception {
        super(ServerKind.JETTY);
    }
}
