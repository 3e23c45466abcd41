package io.orgstead.adapter.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What stands in the files of a certificate and its key. Equal if the texts are. */
record TlsFiles(String certificate, String key) {

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException with file and reason if one cannot be read
     */
    static TlsFiles read(TlsSettings settings) {
        return new TlsFiles(text("TLS certificate", settings.certificate()), text("TLS private key", settings.key()));
    }

    private static String text(String what, Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalArgumentException(what + " " + file + " cannot be read: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    @Override
    public String toString() {
        return "TlsFiles[hidden]";
    }
}
