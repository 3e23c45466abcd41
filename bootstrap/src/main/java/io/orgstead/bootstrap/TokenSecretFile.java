package io.orgstead.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

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

    /**
     * Written whole beside its place and moved there, so that a crash leaves no half a secret, and on the disk before it is
     * used: no token may be signed with a secret that a crash of the machine takes away.
     */
    private static void generate(Path folder, Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path draft = Files.createTempFile(folder, FILE_NAME, ".new", ownerOnly());
        try {
            Files.writeString(draft, secret + "\n", StandardCharsets.US_ASCII, StandardOpenOption.DSYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Makes the move durable where folders can be opened, which is everywhere but on Windows. */
    private static void syncFolder(Path folder) throws IOException {
        if (isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
