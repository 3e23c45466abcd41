package io.orgstead.bootstrap;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The executable. Serving, its usual use, comes without what the other commands need. */
public final class Main {

    private final Surroundings surroundings;

    Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs a command, by default the server. Exits with 0 after an orderly stop or a command that found nothing wrong, 1 if
     * something failed or was found wrong, 2 on a wrong command line or wrong settings.
     *
     * @param args a command, and flags; see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new Main(Surroundings.ofProcess()).run(List.of(args)));
    }

    /** What this build calls itself. */
    static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Returns when the process is to end. */
    int run(List<String> args) {
        try {
            if (args.equals(List.of("--version"))) {
                surroundings.out().println("orgstead " + version());
                return Exit.OK;
            }
            return isServing(args) ? serve(args) : Commands.run(args, surroundings);
        } catch (InvalidSettingsException e) {
            e.problems().forEach(surroundings::complain);
            return Exit.MISUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        } catch (IOException | RuntimeException e) {
            surroundings.complain(reason(e));
            return Exit.FAILED;
        }
    }

    private static boolean isServing(List<String> args) {
        boolean isNamed =
                args.isEmpty() || args.get(0).startsWith("-") || args.get(0).equals(ServeCommand.NAME);
        return isNamed && !args.contains("--help") && !args.contains("-h");
    }

    private int serve(List<String> args) throws InvalidSettingsException, IOException, InterruptedException {
        boolean isNamed = args.indexOf(ServeCommand.NAME) == 0;
        SettingFlags flags = SettingFlags.parse(isNamed ? args.subList(1, args.size()) : args);
        GivenSettings settings = GivenSettings.of(surroundings.environment(), flags)
                .withProblems(UnknownArguments.problems(flags.rest(), UnknownArguments.ROOT_FLAGS.stream()));
        // Before anything else: reading the values wakes up libraries, and they log.
        LogFormat.chosenIn(settings).use();
        ServerProcess.serve(SettingsReader.read(settings));
        return Exit.OK;
    }

    /** What the operator can do something about: of a store that does not answer, what exactly does not. */
    private static String reason(Exception failure) {
        Throwable told = failure instanceof StoreUnavailableException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return Optional.ofNullable(told.getMessage()).orElseGet(told::toString);
    }
}
