package io.orgstead.benchmarks;

import io.orgstead.benchmarks.bare.BareServer;
import io.orgstead.benchmarks.load.LoadCommand;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** {@code load} for the load harness, {@code jmh} for JMH with its own arguments. */
public final class Main {

    /** Starts the process of a ceiling; for the harness itself. */
    public static final String BARE = "bare";

    private Main() {}

    /**
     * Runs a command.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) throws Exception {
        // The libraries that are measured log nothing here, and need not say so.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "load" ->
                System.exit(new CommandLine(new LoadCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(rest.toArray(String[]::new)));
            case "jmh" -> org.openjdk.jmh.Main.main(rest.toArray(String[]::new));
            case BARE -> BareServer.main(rest);
            default -> {
                System.err.println("usage: benchmarks.jar load [--help], or benchmarks.jar jmh [-h]");
                System.exit(2);
            }
        }
    }
}
