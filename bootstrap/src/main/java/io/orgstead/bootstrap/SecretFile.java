package io.orgstead.bootstrap;

import java.nio.file.Path;

/** A file that holds one secret, as Docker, Kubernetes and systemd put it there. */
final class SecretFile {

    private SecretFile() {}

    /**
     * The secret, without the newline that most editors leave behind it.
     *
     * @throws IllegalArgumentException with file and reason, never with what stands in it
     */
    static String read(String name) {
        Path file = Path.of(name);
        String text;
        try {
            text = TextFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("names " + file + ", which " + e.getMessage(), e);
        }
        String secret = text.endsWith("\n") ? text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1)) : text;
        if (secret.isBlank()) {
            throw new IllegalArgumentException("names " + file + ", which is empty");
        }
        return secret;
    }
}
