package io.orgstead.bootstrap;

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

    static LogFormat byDefault() {
        return System.console() != null ? TEXT : JSON;
    }
}
