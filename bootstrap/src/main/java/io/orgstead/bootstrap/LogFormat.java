package io.orgstead.bootstrap;

import java.io.Console;
import java.util.Arrays;
import java.util.Map;
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

    /** The format that a name stands for, in any case. */
    static Optional<LogFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The format to use while the settings are not read yet, right or wrong. */
    static LogFormat chosenIn(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(Setting.LOG_FORMAT.variable()))
                .flatMap(LogFormat::named)
                .orElseGet(LogFormat::byDefault);
    }

    /** Text for a person at a terminal, JSON for whatever else reads. */
    @SuppressWarnings("SystemConsoleNull") // Null up to Java 21 without a terminal; from 22 on the console says.
    static LogFormat byDefault() {
        Console console = System.console();
        return console != null && isTerminal(console) ? TEXT : JSON;
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
