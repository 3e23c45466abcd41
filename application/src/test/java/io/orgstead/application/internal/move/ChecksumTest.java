package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.internal.data.ValueDigest;
import io.orgstead.domain.data.Document;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A checksum tells documents from others, and not one order of them from another. */
class ChecksumTest {

    private static final Document A = document("a", 1);
    private static final Document B = document("b", 2);

    private static String of(Document... documents) {
        Checksum checksum = new Checksum();
        for (Document document : documents) {
            checksum.add(document);
        }
        return checksum.text();
    }

    private static String digest(Document document) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        new ValueDigest(digest).add(document);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void ofNothingIsZero() {
        assertThat(of()).isEqualTo("0".repeat(64));
    }

    @Test
    void ofOneIsItsDigest() throws NoSuchAlgorithmException {
        assertThat(of(A)).isEqualTo(digest(A));
    }

    @Test
    void ofTwoIsTheSumOfTheirDigests() throws NoSuchAlgorithmException {
        for (int part = 0; part < 64; part += 16) {
            BigInteger sum = new BigInteger(digest(A).substring(part, part + 16), 16)
                    .add(new BigInteger(digest(B).substring(part, part + 16), 16));
            assertThat(of(A, B).substring(part, part + 16)).isEqualTo("%016x".formatted(sum.longValue()));
        }
    }

    @Test
    void doesNotDependOnTheOrder() {
        assertThat(of(A, B)).isEqualTo(of(B, A)).isNotEqualTo(of(A)).isNotEqualTo(of(A, A));
    }
}
