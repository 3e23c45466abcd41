package io.orgstead.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The secret that access tokens are signed with, made at the first start on the embedded store and kept in its folder, so
 * that tokens survive a restart. Readable by its owner only.
 */
final class TokenSecretFile {

    private static final String FILE_NAME = "jwt-secret";
    private static final int RANDOM_BYTES = 48;

    private TokenSecretFile() {}

    /**
     * Reads the secret, or makes it first.
     *
     * @throws IllegalStateException if there is a file that holds no secret
     * @throws UncheckedIOException if it can be neither read nor written
     */
    static String in(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        try {
            if (!Files.exists(file)) {
                generate(folder, file);
            }
            String secret = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (secret.length() < RANDOM_BYTES) {
                throw new IllegalStateException(
                        file + " is too short to be a JWT secret; remove it to have a new one made");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write the JWT secret in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Written whole beside its place and moved there, so that a crash leaves no half a secret. */
    private static void generate(Path folder, Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path draft = Files.createTempFile(folder, FILE_NAME, ".new", ownerOnly());
        try {
            Files.writeString(draft, secret + "\n", StandardCharsets.US_ASCII);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
