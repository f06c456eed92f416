package io.homeport.sample;

final class UndertowBackendTest extends SampleBackendContract {
    UndertowBackendTest() throws Exception {
        super(ServerKind.UNDERTOW);
    }
}
