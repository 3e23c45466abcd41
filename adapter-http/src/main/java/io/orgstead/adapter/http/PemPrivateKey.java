package io.orgstead.adapter.http;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a private key from PEM: PKCS#8, and what older tools write, PKCS#1 for RSA and SEC 1 for elliptic curves. */
final class PemPrivateKey {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemPrivateKey() {}

    /**
     * Reads the first key.
     *
     * @throws IllegalArgumentException with the reason, to follow the file's name, if there is none that can be read
     */
    static PrivateKey read(String pem) {
        PemBlock block = PemBlock.allOf(pem).stream()
                .filter(candidate -> candidate.label().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("holds no private key in PEM"));
        if (block.isEncrypted()) {
            throw new IllegalArgumentException(
                    "holds an encrypted private key; decrypt it first, for instance with openssl pkey -in KEY -out NEW");
        }
        return key(pkcs8(block));
    }

    private static byte[] pkcs8(PemBlock block) {
        try {
            return switch (block.label()) {
                case "PRIVATE KEY" -> block.decoded();
                case "RSA PRIVATE KEY" -> Der.pkcs8OfRsa(block.decoded());
                case "EC PRIVATE KEY" ->
                    Der.pkcs8OfEc(block.decoded())
                            .orElseThrow(() -> new IllegalArgumentException("does not name the key's curve"));
                default -> throw new IllegalArgumentException("holds a kind of private key that is not supported");
            };
        } catch (IndexOutOfBoundsException e) {
            throw unreadable(e);
        }
    }

    private static PrivateKey key(byte[] pkcs8) {
        GeneralSecurityException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException e) {
                last = e; // Of another algorithm, or none at all.
            }
        }
        throw unreadable(last);
    }

    private static IllegalArgumentException unreadable(@Nullable Exception cause) {
        return new IllegalArgumentException("holds a private key that is damaged or of an unknown kind", cause);
    }
}
