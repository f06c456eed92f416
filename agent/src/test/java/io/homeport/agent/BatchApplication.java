package io.homeport.agent;

import java.util.TreeSet;

/** An application that serves nothing: says what it sees of the agent and ends. */
public final class BatchApplication {
    private BatchApplication() {}

    public static void main(String[] arguments) {
        System.out.println("batch runs");
        for (String type :
                new String[] {"io.homeport.Homeport", "io.homeport.agent.AgentStart", "io.homeport.lib.asm.ClassReader"
                }) {
            System.out.println(type + " " + isVisible(type));
        }
        TreeSet<String> threads = new TreeSet<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> threads.add(thread.getName()));
        threads.removeIf(name -> !name.startsWith("homeport"));
        System.out.println("threads " + threads);
    }

    private static boolean isVisible(String type) {
        try {
            Class.forName(type, false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
