package io.orgstead.extendedjson;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.failure.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads documents line by line (NDJSON), so that no more than a line is in memory. Lines end with a line feed, and may be blank.
 * For one thread at a time. After an exception nothing more can be read.
 */
public final class DocumentLines implements Closeable {

    private static final int CHUNK = 8192;

    private final InputStream text;
    private final int maxBytes;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long number;

    /**
     * Reads from a text.
     *
     * @param text in UTF-8
     * @param maxBytes the longest line, in bytes
     */
    public DocumentLines(InputStream text, int maxBytes) {
        this.text = text;
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the next document.
     *
     * @return empty at the end
     * @throws IOException if the text cannot be read
     * @throws InvalidValueException if the line is too long, or no document in Extended JSON
     */
    public Optional<Document> next() throws IOException {
        Optional<String> next = nextLine();
        while (next.isPresent() && next.get().isBlank()) {
            next = nextLine();
        }
        return next.isPresent() ? Optional.of(document(next.get())) : Optional.empty();
    }

    /**
     * Which line was read, or begun, last.
     *
     * @return its number, from 1
     */
    public long line() {
        return Math.max(1, number);
    }

    private static Document document(String json) {
        try {
            return ExtendedJson.readDocument(json);
        } catch (JsonSyntaxException e) {
            throw new InvalidValueException("must be one JSON object on a line of its own");
        }
    }

    /** The last line may do without its line feed. */
    private Optional<String> nextLine() throws IOException {
        line.reset();
        number++;
        while (position < filled || fill()) {
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            add(end - position);
            if (end < filled) {
                position = end + 1;
                return Optional.of(decoded());
            }
            position = end;
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(decoded());
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, text.read(chunk));
        return filled > 0;
    }

    private void add(int length) {
        if (line.size() + (long) length > maxBytes) {
            throw new InvalidValueException("must not be longer than " + maxBytes + " bytes");
        }
        line.write(chunk, position, length);
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidValueException("must be UTF-8");
        }
    }

    /** Closes what the documents are read from. */
    @Override
    public void close() throws IOException {
        text.close();
    }
}
