package io.orgstead.bootstrap;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Where a password comes from: a terminal without echo, asked twice, or else the first line of the input. */
final class PasswordInput {

    private PasswordInput() {}

    static String read(InputStream in) throws InvalidSettingsException, IOException {
        Optional<Console> terminal = LogFormat.terminal();
        return terminal.isPresent() ? ask(terminal.get()) : firstLine(in);
    }

    private static String ask(Console terminal) throws InvalidSettingsException {
        char[] password = terminal.readPassword("Password: ");
        char[] again = terminal.readPassword("Again: ");
        if (password == null || again == null) {
            throw nothing();
        }
        String text = String.valueOf(password);
        if (!text.equals(String.valueOf(again))) {
            throw new InvalidSettingsException(List.of("the two passwords differ"));
        }
        return text;
    }

    private static String firstLine(InputStream in) throws InvalidSettingsException, IOException {
        try {
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())).readLine();
            if (line == null) {
                throw nothing();
            }
            return line;
        } catch (CharacterCodingException e) {
            throw new InvalidSettingsException(List.of("the password is not text in UTF-8"));
        }
    }

    private static InvalidSettingsException nothing() {
        return new InvalidSettingsException(List.of("there is no password in the input"));
    }
}
