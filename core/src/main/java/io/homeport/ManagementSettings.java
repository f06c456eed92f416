package io.homeport;

/**
 * The management listener.
 *
 * @param port {@link #OFF}, or a TCP port; 0 takes any free one
 * @param token what an {@code Authorization: Bearer} must carry, empty for none
 */
public record ManagementSettings(int port, String address, String token) {
    public static final int OFF = -1;

    /** Where the listener is reached that took {@code actualPort}. */
    public String url(int actualPort) {
        boolean v6 = address.indexOf(':') >= 0 && !address.startsWith("[");
        return "http://" + (v6 ? "[" + address + "]" : address) + ":" + actualPort;
    }

    @Override
    public String toString() {
        return "ManagementSettings[port=" + port + ", address=" + address + "]";
    }
}
