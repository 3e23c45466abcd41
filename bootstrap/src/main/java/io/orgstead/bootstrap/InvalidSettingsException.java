package io.orgstead.bootstrap;

import java.util.List;

/** The settings are wrong. Says everything that is, a line each, without values of secrets. */
final class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidSettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
