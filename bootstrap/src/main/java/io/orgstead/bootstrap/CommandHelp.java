package io.orgstead.bootstrap;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What helps with the command line: its description, and what completion is made of. */
final class CommandHelp {

    private static final String NAME = "orgstead";
    private static final int WIDTH = 120;
    private static final int OPTION_WIDTH = 30;

    private CommandHelp() {}

    /** The help on all commands, with the settings. */
    static String ofAll() {
        return text(all());
    }

    /** The help on one command. */
    static String of(Command command) {
        CommandSpec spec = complete(command.spec());
        spec.usageMessage()
                .customSynopsis(NAME + " " + spec.name() + " [FLAG]...")
                .footer("%nThe settings are flags as well, where they matter: see " + NAME + " --help");
        return text(new CommandLine(spec));
    }

    private static String text(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF);
    }

    /** All commands, each with all flags, as completion wants to see them. */
    static CommandLine all() {
        CommandSpec root = CommandSpec.create()
                .name(NAME)
                .addOption(OptionSpec.builder("--version")
                        .description("print the version")
                        .build());
        root.usageMessage()
                .description("Serves organizations over HTTP, unless another command is named.%n")
                .customSynopsis(NAME + " [COMMAND] [FLAG]...", "       java -jar orgstead.jar [COMMAND] [FLAG]...")
                .commandListHeading("%nCommands:%n")
                .footer("%n" + NAME + " COMMAND --help tells more about one.");
        CommandLine line = new CommandLine(complete(SettingOptions.addTo(root)));
        Commands.all().forEach(command -> line.addSubcommand(complete(SettingOptions.addTo(command.spec()))));
        return line;
    }

    /** Adds what every command has. */
    private static CommandSpec complete(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .description("print this help")
                .build());
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done, and nothing found wrong; stopped in order");
        codes.put("1", "failed, or something found wrong");
        codes.put("2", "wrong command line or settings; nothing was begun");
        spec.usageMessage()
                .sortOptions(false)
                .width(WIDTH)
                .longOptionsMaxWidth(OPTION_WIDTH)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(codes);
        return spec;
    }
}
