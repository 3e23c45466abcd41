package io.orgstead.bootstrap;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The executable: reads the settings, starts the server, and stops it in order when asked to. */
public final class Main {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    private Main(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts the server. Exits with 0 after an orderly stop, 1 if the server cannot start, 2 on wrong settings.
     *
     * @param args {@code --help}, {@code --version}, or nothing to serve
     */
    public static void main(String[] args) {
        Main main = new Main(System.getenv(), System.out, System.err);
        Optional<Integer> exit = main.run(List.of(args));
        exit.ifPresent(System::exit);
    }

    /** What this build calls itself. */
    static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private Optional<Integer> run(List<String> args) {
        if (args.equals(List.of("--help")) || args.equals(List.of("-h"))) {
            Help.print(out);
            return Optional.of(OK);
        }
        if (args.equals(List.of("--version"))) {
            out.println("orgstead " + version());
            return Optional.of(OK);
        }
        if (!args.isEmpty()) {
            complain("unknown argument " + args.get(0) + "; see --help");
            return Optional.of(MISUSED);
        }
        return serve();
    }

    /** Returns when the process ends, or is about to. */
    private Optional<Integer> serve() {
        try {
            // Before anything else: reading the settings wakes up libraries, and they log.
            LogFormat.chosenIn(environment).use();
            ServerProcess.serve(SettingsReader.read(environment));
            return Optional.of(OK);
        } catch (InvalidSettingsException e) {
            e.problems().forEach(this::complain);
            return Optional.of(MISUSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(FAILED);
        } catch (IOException | RuntimeException e) {
            complain(reason(e));
            return Optional.of(FAILED);
        }
    }

    /** What the operator can do something about: of a store that does not answer, what exactly does not. */
    private static String reason(Exception failure) {
        Throwable told = failure instanceof StoreUnavailableException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return Optional.ofNullable(told.getMessage()).orElseGet(told::toString);
    }

    private void complain(String problem) {
        err.println("orgstead: " + problem);
    }
}
