package io.orgstead.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaintextPasswordTest {

    @Test
    void countsBytesOfUtf8() {
        assertThat(PlaintextPassword.choose("ä".repeat(36)).reveal()).hasSize(36);
        assertThat(PlaintextPassword.choose("ä".repeat(4)).reveal()).hasSize(4);
        assertThat(PlaintextPassword.choose("x".repeat(72)).reveal()).hasSize(72);
        assertThatThrownBy(() -> PlaintextPassword.choose("ä".repeat(36) + "x"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("8 to 72 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "ääää\ud800", "pass\u0000word", "\u0000password"})
    void refuses(String raw) {
        assertThatThrownBy(() -> PlaintextPassword.choose(raw)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void takesAnyAttempt() {
        assertThat(PlaintextPassword.attempt("").reveal()).isEmpty();
        assertThat(PlaintextPassword.attempt("x".repeat(5000)).reveal()).hasSize(5000);
    }

    @Test
    void neverShowsItself() {
        assertThat(PlaintextPassword.choose("correct horse")).hasToString("PlaintextPassword[hidden]");
        assertThat(new PasswordHash("$2b$12$abc").toString()).doesNotContain("2b");
        assertThatThrownBy(() -> PlaintextPassword.choose("secret")).hasMessageNotContaining("secret");
    }

    @Test
    void hashesAreTheirText() {
        PasswordHash hash = new PasswordHash("$2b$12$abc");
        assertThat(hash.reveal()).isEqualTo("$2b$12$abc");
        assertThat(hash)
                .isEqualTo(new PasswordHash("$2b$12$abc"))
                .hasSameHashCodeAs(new PasswordHash("$2b$12$abc"))
                .isNotEqualTo(new PasswordHash("$2b$12$abd"))
                .hasToString("PasswordHash[hidden]");
        assertThat(hash.hashCode()).isNotEqualTo(new PasswordHash("$2b$12$abd").hashCode());
    }
}
