package io.homeport.sample;

final class TomcatBackendTest extends SampleBackendContract {
    TomcatBackendTest() throws Exception {
        super(ServerKind.TOMCAT);
    }
}
