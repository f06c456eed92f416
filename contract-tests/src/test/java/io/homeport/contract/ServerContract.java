package io.homeport.contract;

/** What can only be seen where there is a real server and its clients speak HTTP/1.1: the wire, management, start-up. */
abstract class ServerContract extends ProtocolContract implements WireContract, ManagementContract, MistakesContract {
    @Override
    public abstract ServerHost server();
}
