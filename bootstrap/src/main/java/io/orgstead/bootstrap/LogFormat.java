package io.orgstead.bootstrap;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;

/** How log lines look. */
enum LogFormat {
    /** For a person at a terminal. */
    TEXT,
    /** One JSON object a line, for collectors. */
    JSON;

    /** Names the format to {@link LogConfigurator}. */
    static final String PROPERTY = "orgstead.log.format";

    /** Sets the format; to be called before anything logs, for the logging library asks for it but once. */
    void use() {
        System.setProperty(PROPERTY, name());
    }

    /** For commands, whose output is theirs: warnings, and to where errors are printed; to be called first, as {@link #use}. */
    static void useForCommand() {
        System.setProperty("logback.configurationFile", "logback-command.xml");
    }

    /** The format that a name stands for, in any case. */
    static Optional<LogFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The format to use while the settings are not read yet, right or wrong. */
    static LogFormat chosenIn(GivenSettings settings) {
        return settings.find(Setting.LOG_FORMAT)
                .flatMap(given -> named(given.text()))
                .orElseGet(LogFormat::byDefault);
    }

    /** Text for a person at a terminal, JSON for whatever else reads. */
    static LogFormat byDefault() {
        return terminal().isPresent() ? TEXT : JSON;
    }

    /** The terminal that the process is used at, if both its input and its output are. */
    @SuppressWarnings("SystemConsoleNull") // Null up to Java 21 without a terminal; from 22 on the console says.
    static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(LogFormat::isTerminal);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
