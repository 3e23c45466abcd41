package io.orgstead.bootstrap;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** What a process has from whoever starts it. */
record Surroundings(Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {

    static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), System.in, System.out, System.err);
    }

    /** Whether a person sees what is printed as it is printed. */
    boolean isTerminal() {
        return out == System.out && LogFormat.terminal().isPresent();
    }

    /** Says what is wrong, in one line. */
    void complain(String problem) {
        err.println("orgstead: " + problem);
    }
}
