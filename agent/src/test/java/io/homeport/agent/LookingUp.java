package io.homeport.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** An application that runs until its standard input ends; looks up the names it reads there. */
public final class LookingUp {
    private LookingUp() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("runs");
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            System.out.println(InetAddress.getByName(name).getHostAddress());
        }
    }
}
