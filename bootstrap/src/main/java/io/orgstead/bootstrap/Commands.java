package io.orgstead.bootstrap;

import io.orgstead.bootstrap.Command.Invocation;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All commands, and how one is chosen, given its arguments and run. */
final class Commands {

    private static final String HELP = "help";

    private Commands() {}

    /** In the order of the help. */
    static List<Command> all() {
        return List.of(
                new ServeCommand(),
                new CheckConfigCommand(),
                new DoctorCommand(InstantSource.system()),
                new MoveCommand(InstantSource.system()),
                new MigrateCommand(InstantSource.system()),
                new UndeleteCommand(InstantSource.system()),
                new BackupCommand(InstantSource.system()),
                new RestoreCommand(InstantSource.system()),
                new ExportCommand(InstantSource.system()),
                new ImportCommand(InstantSource.system()),
                new HashPasswordCommand(),
                new CompletionCommand());
    }

    /** Runs the command that is named first, or prints help. */
    static int run(List<String> args, Surroundings surroundings) throws InvalidSettingsException, IOException {
        boolean asksForHelp =
                args.contains("--help") || args.contains("-h") || args.get(0).equals(HELP);
        if (asksForHelp) {
            surroundings.out().print(help(args));
            return Exit.OK;
        }
        return run(named(args.get(0)), args.subList(1, args.size()), surroundings);
    }

    private static String help(List<String> args) throws InvalidSettingsException {
        Optional<String> name = args.stream().filter(arg -> !arg.equals(HELP)).findFirst();
        return name.isEmpty() || name.get().startsWith("-") ? CommandHelp.ofAll() : CommandHelp.of(named(name.get()));
    }

    private static Command named(String name) throws InvalidSettingsException {
        List<Command> all = all();
        Optional<Command> named = all.stream()
                .filter(command -> command.spec().name().equals(name))
                .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        Stream<String> names = all.stream().map(command -> command.spec().name());
        throw new InvalidSettingsException(List.of("there is no command " + name + NearestName.hint(name, names)));
    }

    private static int run(Command command, List<String> args, Surroundings surroundings)
            throws InvalidSettingsException, IOException {
        SettingFlags flags = SettingFlags.parse(args);
        CommandLine line = new CommandLine(command.spec()).setUnmatchedArgumentsAllowed(true);
        List<String> problems = new ArrayList<>();
        Optional<ParseResult> options = parse(line, flags.rest(), problems);
        GivenSettings settings =
                GivenSettings.of(surroundings.environment(), flags).withProblems(problems);
        if (options.isEmpty()) {
            throw new InvalidSettingsException(settings.problems());
        }
        return command.run(new Invocation(settings, options.get(), surroundings));
    }

    /** Empty if the command's own options are wrong; all that is goes to the problems. */
    private static Optional<ParseResult> parse(CommandLine line, List<String> args, List<String> problems) {
        Stream<String> known = Stream.concat(
                Stream.of("--help"),
                line.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names())));
        try {
            ParseResult options = line.parseArgs(args.toArray(String[]::new));
            problems.addAll(UnknownArguments.problems(options.unmatched(), known));
            return Optional.of(options);
        } catch (ParameterException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
