package io.homeport;

/**
 * The management listener.
 *
 * @param port {@link #OFF}, or a TCP port; 0 takes any free one
 * @param token what an {@code Authorization: Bearer} must carry, empty for none
 */
public record ManagementSettings(int port, String address, String token) {
    public static final int OFF = -1;

    @Override
    public String toString() {
        return "ManagementSettings[port=" + port + ", address=" + address + "]";
    }
}
