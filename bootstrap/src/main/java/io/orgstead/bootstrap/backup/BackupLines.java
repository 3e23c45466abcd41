package io.orgstead.bootstrap.backup;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;

/** The lines of a backup, one in memory at a time. */
final class BackupLines {

    /** Several times the JSON of the largest document that a store takes. */
    private static final int MAX_LINE = 96 << 20;

    private final InputStream text;
    private final byte[] chunk = new byte[64 * 1024];
    private int position;
    private int filled;
    private long number;

    BackupLines(InputStream text) {
        this.text = text;
    }

    /** A line, without its line feed. */
    static final class Line {

        private final byte[] bytes;
        private final Document document;

        Line(byte[] bytes, Document document) {
            this.bytes = bytes;
            this.document = document;
        }

        byte[] bytes() {
            return bytes;
        }

        Document document() {
            return document;
        }
    }

    /** How to call the line that was read last. */
    String place() {
        return "line " + number;
    }

    /** The next line; one that does not end is none, and neither is one that is no JSON. */
    Line next() throws IOException {
        Optional<byte[]> bytes = bytes();
        if (bytes.isEmpty()) {
            throw new DamagedBackupException("it is truncated: it ends behind line " + (number - 1));
        }
        try {
            return new Line(bytes.get(), ExtendedJson.readStored(new String(bytes.get(), StandardCharsets.UTF_8)));
        } catch (JsonSyntaxException | InvalidValueException e) {
            throw new DamagedBackupException(place() + " is damaged");
        }
    }

    /** Throws unless it is at its end. */
    void requireEnd() throws IOException {
        if (position < filled || fill()) {
            throw new DamagedBackupException("something follows its end");
        }
    }

    private Optional<byte[]> bytes() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        while (position < filled || fill()) {
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            if (line.size() + (end - position) > MAX_LINE) {
                throw new DamagedBackupException(place() + " is too long");
            }
            line.write(chunk, position, end - position);
            position = end + 1;
            if (end < filled) {
                return Optional.of(line.toByteArray());
            }
        }
        return Optional.empty();
    }

    private boolean fill() throws IOException {
        try {
            position = 0;
            filled = Math.max(0, text.read(chunk));
            return filled > 0;
        } catch (EOFException e) {
            throw new DamagedBackupException("it is truncated: it ends in line " + number);
        } catch (ZipException e) {
            throw new DamagedBackupException("line " + number + ", or one soon behind it, is damaged");
        }
    }
}
