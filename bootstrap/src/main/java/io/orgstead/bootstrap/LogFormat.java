package io.orgstead.bootstrap;

import java.io.Console;

/** How log lines look. */
enum LogFormat {
    /** For a person at a terminal. */
    TEXT("logback-text.xml"),
    /** One JSON object a line, for collectors. */
    JSON("logback-json.xml");

    private final String configuration;

    LogFormat(String configuration) {
        this.configuration = configuration;
    }

    /** Sets the format; to be called before anything logs. */
    void use() {
        System.setProperty("logback.configurationFile", configuration);
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
