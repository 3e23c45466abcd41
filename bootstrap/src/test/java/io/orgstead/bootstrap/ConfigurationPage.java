package io.orgstead.bootstrap;

import java.util.stream.Collectors;

/** What docs/configuration.md says. */
final class ConfigurationPage {

    private static final String TOP = """
            # Configuration and commands

            <!-- Made of the table in Setting.java and of the commands. To make it anew:
            ./mvnw -q test -pl bootstrap -am -Dtest=ConfigurationPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dorgstead.docs=write
            -->
            Settings come from three places. The stronger overrules the weaker:

            | | place | the port, for example |
            |---|---|---|
            | 1, weakest | the file that `--config FILE` names, a `KEY=VALUE` a line | `http.port=80` |
            | 2 | the environment | `ORGSTEAD_HTTP_PORT=80` |
            | 3, strongest | flags | `--http-port 80` or `--http-port=80` |

            One rule makes all names: the key is the name in lower case with dots, the flag the same with hyphens. The file is in
            the format of Java's properties, in UTF-8: `#` begins a comment, a backslash at the end goes on in the next line, and a
            backslash itself is written twice. A blank value counts as none. Relative paths start at the process's folder.

            **Secrets** are never printed, and no flag takes one, because everybody on a machine can read command lines. Each has a
            second name that ends in `_FILE` (`.file`, `-file`): of a file that holds the secret alone. One newline at its end is
            dropped. Giving a secret and its file in the same place is an error.

            **Errors** are told all at once, with the name and the place (file and line, environment, command line), before anything
            is begun; the exit code is 2. Names that mean nothing are errors, too: `ORGSTEAD_...` in the environment, keys in the
            file, flags. `check-config` tells the same without starting a server.

            ## Settings
            | name | default | meaning |
            |---|---|---|
            """;

    private static final String COMMANDS = """

            ## Commands
            `java -jar orgstead.jar COMMAND`, or `orgstead COMMAND` with the launcher in `deploy/bin`. Without a command it serves.
            Each takes the settings as flags, so that `check-config` and `doctor` can be given what the server is. Real output, and
            what to do about it: [commands.md](commands.md).
            """;

    private ConfigurationPage() {}

    static String text() {
        return TOP
                + SettingName.all().stream().map(ConfigurationPage::row).collect(Collectors.joining())
                + COMMANDS
                + Commands.all().stream().map(ConfigurationPage::command).collect(Collectors.joining());
    }

    private static String row(SettingName name) {
        Setting setting = name.setting();
        String byDefault =
                setting.defaultText().isEmpty() || name.isOfFile() ? " " : " `" + setting.defaultText() + "` ";
        String meaning = name.isOfFile() ? "file that holds " + setting.variable() : setting.meaning();
        return "| `" + name.variable() + "` |" + byDefault + "| " + meaning + " |\n";
    }

    private static String command(Command command) {
        return "\n### " + command.spec().name() + "\n```\n"
                + CommandHelp.of(command).replace(System.lineSeparator(), "\n").strip() + "\n```\n";
    }
}
