package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes written out here were made by crypt(3) of glibc's libxcrypt. */
class BcryptPasswordHasherTest {

    private static final String NON_ASCII = "pässwörd-日本-🔑";

    private final HashingThreads threads = new HashingThreads(1, 8);
    private final BcryptPasswordHasher hasher = new BcryptPasswordHasher(4, threads);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void stores2bOfTheConfiguredCostWithAFreshSalt() {
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            String hash = hasher.hash(PlaintextPassword.choose("correct horse")).reveal();
            assertThat(hash).matches("\\$2b\\$04\\$[./A-Za-z0-9]{53}");
            hashes.add(hash);
        }
        assertThat(hashes).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", NON_ASCII, "null-null", "éééééééééééééééééééééééééééééééééééé"})
    void verifiesWhatItHashed(String password) {
        PasswordHash hash = hasher.hash(PlaintextPassword.choose(password));

        assertThat(verify(password, hash.reveal())).isTrue();
        assertThat(verify(password + "x", hash.reveal())).isFalse();
        assertThat(verify(password.substring(1), hash.reveal())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "correct horse battery, $2b$05$abcdefghijklmnopqrstuuD3mHdCr44zlIZ.VZCaYRpfQhXMYnEo.",
        "correct horse battery, $2a$05$abcdefghijklmnopqrstuuD3mHdCr44zlIZ.VZCaYRpfQhXMYnEo.",
        "correct horse battery, $2y$05$abcdefghijklmnopqrstuuD3mHdCr44zlIZ.VZCaYRpfQhXMYnEo.",
        NON_ASCII + ", $2b$04$......................dFTAhyZD3EEER8EKHPG3q2N4YqX6TUe",
        NON_ASCII + ", $2a$04$......................dFTAhyZD3EEER8EKHPG3q2N4YqX6TUe",
        NON_ASCII + ", $2y$04$......................dFTAhyZD3EEER8EKHPG3q2N4YqX6TUe",
        "null, $2b$04$abcdefghijklmnopqrstuu9ILREdQ48gCL8WHz7VjrILSWKeC1Ur2",
        "'', $2b$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq",
    })
    void verifiesHashesOfAnotherImplementation(String password, String hash) {
        assertThat(verify(password, hash)).isTrue();
        assertThat(verify("another", hash)).isFalse();
    }

    @Test
    void verifiesAHashWhoseSaltHasMeaninglessBits() {
        String canonical = "$2b$05$abcdefghijklmnopqrstuuD3mHdCr44zlIZ.VZCaYRpfQhXMYnEo.";
        String padded = "$2b$05$abcdefghijklmnopqrstu9D3mHdCr44zlIZ.VZCaYRpfQhXMYnEo.";

        assertThat(verify("correct horse battery", canonical)).isTrue();
        assertThat(verify("correct horse battery", padded)).isTrue();
    }

    @Test
    void verifies72BytesAndNoMore() {
        String hash = "$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i";

        assertThat(verify("x".repeat(72), hash)).isTrue();
        assertThat(verify("x".repeat(73), hash)).isFalse();
        assertThat(verify("x".repeat(100_000), hash)).isFalse();
        assertThat(verify("x".repeat(71), hash)).isFalse();
    }

    @Test
    void counts72BytesNotCharacters() {
        String hash = "$2b$04$abcdefghijklmnopqrstuuKiIlCeXB6chNXkLyAo8C7XcLPzh6zUe";

        assertThat(verify("é".repeat(36), hash)).isTrue();
        assertThat(verify("é".repeat(37), hash)).isFalse();
    }

    @Test
    void aPasswordWithNulIsNotItsOwnBeginning() {
        String hashOfAb = "$2b$04$abcdefghijklmnopqrstuu0CkeIeZLJOlOL1QPPhfXulLNPdFqJBW";

        assertThat(verify("ab", hashOfAb)).isTrue();
        assertThat(verify("ab\0ab", hashOfAb)).isFalse();
        assertThat(verify("ab\0", hashOfAb)).isFalse();
    }

    @Test
    void anUnpairedSurrogateIsNoQuestionMark() {
        String hashOfQuestionMark = "$2b$04$abcdefghijklmnopqrstuuC6Hhlb6IGBAe4YjO6Kls.1I2RSdSLN6";

        assertThat(verify("?", hashOfQuestionMark)).isTrue();
        assertThat(verify("\uD800", hashOfQuestionMark)).isFalse();
        assertThat(verify("\uDC00", hashOfQuestionMark)).isFalse();
    }

    @Test
    void whatCannotBeHashedDoesNotMatchTheHashOfNothing() {
        String hashOfNothing = "$2b$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq";

        assertThat(verify("\0", hashOfNothing)).isFalse();
        assertThat(verify("x".repeat(73), hashOfNothing)).isFalse();
    }

    @Test
    void noPasswordIsNotThePasswordNull() {
        assertThatNullPointerException().isThrownBy(() -> PlaintextPassword.attempt(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab\0cdefgh", "lone surrogate \uD800"})
    void refusesToHashWhatItWouldCut(String password) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> hasher.hash(PlaintextPassword.attempt(password)))
                .withMessageNotContaining(password);
    }

    @Test
    void refusesToHashMoreThan72Bytes() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> hasher.hash(PlaintextPassword.attempt("é".repeat(37))));
    }

    @Test
    void noPasswordMatchesTheDecoy() {
        String decoy = hasher.decoy().reveal();

        assertThat(decoy).isEqualTo(hasher.decoy().reveal()).matches("\\$2b\\$04\\$[./A-Za-z0-9]{53}");
        assertThat(hasher.isOutdated(hasher.decoy())).isFalse();
        assertThat(verify("", decoy)).isFalse();
        assertThat(verify("null", decoy)).isFalse();
    }

    @Test
    void eachHasherHasADecoyOfItsOwn() {
        assertThat(new BcryptPasswordHasher(4, threads).decoy()).isNotEqualTo(hasher.decoy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq",
                "$2y$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq",
                "$2b$05$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq",
                "plain",
                ""
            })
    void hashesOfAnotherCostOrFormatAreOutdated(String hash) {
        assertThat(hasher.isOutdated(new PasswordHash(hash))).isTrue();
    }

    @Test
    void itsOwnHashIsNotOutdated() {
        assertThat(hasher.isOutdated(hasher.hash(PlaintextPassword.choose("correct horse"))))
                .isFalse();
    }

    private boolean verify(String password, String hash) {
        return hasher.verify(PlaintextPassword.attempt(password), new PasswordHash(hash));
    }
}
