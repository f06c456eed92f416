package io.homeport;

import java.util.List;

/** Reads the {@code management} keys. */
final class ManagementReader {
    private final ConfigurationReader reader;
    private final List<Problem> problems;

    ManagementReader(ConfigurationReader reader, List<Problem> problems) {
        this.reader = reader;
        this.problems = problems;
    }

    ManagementSettings read() {
        String port = reader.text(Key.MANAGEMENT_PORT);
        String address = reader.text(Key.MANAGEMENT_ADDRESS);
        String token = reader.text(Key.MANAGEMENT_TOKEN);
        boolean off = port.equals("off");
        if (!Values.isVisibleAscii(token)) {
            problems.add(Key.MANAGEMENT_TOKEN.problem(token));
        }
        if (!off && token.isEmpty() && !Network.isLoopback(address)) {
            problems.add(new Problem(
                    Key.MANAGEMENT_TOKEN.key(),
                    "",
                    "a token, because management.address " + address + " is not loopback"));
        }
        return new ManagementSettings(
                off ? ManagementSettings.OFF : reader.integer(Key.MANAGEMENT_PORT, 0, 65535), address, token);
    }
}
