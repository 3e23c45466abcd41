package io.orgstead.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the small text files that an operator writes: UTF-8, at most 1 MiB. */
final class TextFile {

    private static final int MOST_BYTES = 1 << 20;

    private TextFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException with the reason, as a part of a sentence that begins with the file's name
     */
    static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("is a folder");
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException("is larger than 1 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException("cannot be read: access is denied", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not text in UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
        }
    }
}
