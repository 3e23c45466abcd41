package io.orgstead.bootstrap;

import io.orgstead.bootstrap.Command.Invocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All commands, as a library for command lines sees them. Built without annotations, and not for the server's start. */
final class Commands {

    static final List<String> ROOT_FLAGS = List.of("--help", "--version");

    private Commands() {}

    private static List<Command> all() {
        return List.of(
                new ServeCommand(),
                new CheckConfigCommand(),
                new HashPasswordCommand(),
                new CompletionCommand());
    }

    /** Runs the command that is named first, or prints help. */
    static int run(List<String> args, Surroundings surroundings) throws InvalidSettingsException, IOException {
        Map<String, Command> commands = new LinkedHashMap<>();
        all().forEach(command -> commands.put(command.spec().name(), command));
        CommandLine line = commandLine();
        String name = args.get(0);
        boolean isHelp = args.contains("--help") || args.contains("-h") || name.equals("help");
        List<String> words = args.stream().filter(arg -> !arg.equals("help")).toList();
        String helpFor = words.isEmpty() ? "" : words.get(0);
        if (isHelp) {
            CommandLine about = line.getSubcommands().getOrDefault(helpFor, line);
            if (about.equals(line) && !helpFor.isEmpty() && !helpFor.startsWith("-")) {
                throw noSuchCommand(helpFor, commands);
            }
            surroundings.out().print(usage(about));
            return Exit.OK;
        }
        Command command = commands.get(name);
        if (command == null) {
            throw noSuchCommand(name, commands);
        }
        return run(command, line.getSubcommands().get(name), args.subList(1, args.size()), surroundings);
    }

    private static InvalidSettingsException noSuchCommand(String name, Map<String, Command> commands) {
        return new InvalidSettingsException(List.of(
                "there is no command " + name + NearestName.hint(name, commands.keySet().stream())));
    }

    private static int run(Command command, CommandLine line, List<String> args, Surroundings surroundings)
            throws InvalidSettingsException, IOException {
        SettingFlags flags = SettingFlags.parse(args);
        List<String> problems = new ArrayList<>();
        ParseResult options = parse(line, flags.rest(), problems);
        problems.addAll(UnknownArguments.problems(options.unmatched(), flagsOf(line)));
        GivenSettings settings =
                GivenSettings.of(surroundings.environment(), flags).withProblems(problems);
        return command.run(new Invocation(settings, options, surroundings));
    }

    private static ParseResult parse(CommandLine line, List<String> args, List<String> problems)
            throws InvalidSettingsException {
        try {
            return line.setUnmatchedArgumentsAllowed(true).parseArgs(args.toArray(String[]::new));
        } catch (ParameterException e) {
            problems.add(String.valueOf(e.getMessage()));
            throw new InvalidSettingsException(problems);
        }
    }

    private static Stream<String> flagsOf(CommandLine line) {
        return line.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names()));
    }

    static CommandLine commandLine() {
        CommandSpec root = CommandSpec.create().name("orgstead");
        root.version("orgstead " + Main.version());
        root.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("print the version")
                .build());
        root.usageMessage()
                .description("Serves organizations over HTTP, unless another command is named.%n")
                .customSynopsis("orgstead [COMMAND] [FLAG]...", "java -jar orgstead.jar [COMMAND] [FLAG]...")
                .commandListHeading("%nCommands:%n");
        complete(root);
        CommandLine line = new CommandLine(root);
        all().forEach(command -> line.addSubcommand(complete(command.spec())));
        return line;
    }

    /** Adds what every command has. */
    private static CommandSpec complete(CommandSpec spec) {
        SettingOptions.addTo(spec);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("print this help")
                .build());
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done, and nothing found wrong; stopped in order");
        codes.put("1", "failed, or something found wrong");
        codes.put("2", "wrong command line or settings; nothing was begun");
        spec.usageMessage()
                .sortOptions(false)
                .width(120)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(codes);
        return spec;
    }

    /** The help of a command. */
    static String usage(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF);
    }
}
